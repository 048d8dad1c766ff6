import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectAuditInput } from './audit.input.ts';
import type { AuditSource } from './audit.loader.ts';
import { correctAudit } from './audit.service.ts';
import { Audit } from './audit.type.ts';

const CorrectAuditResult = resultOf('CorrectAuditResult', Audit);

/** Corrects audits. */
@Resolver(() => Audit)
export class AuditResolver {
  @Mutation(() => CorrectAuditResult, {
    description: 'Corrects wrong data of an audit and its scores; earlier values stay in the history. For staff.',
  })
  correctAudit(
    @Arg('input', () => CorrectAuditInput, { description: 'The corrected values.' }) input: CorrectAuditInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    return mutate(context, 'correctAudit', input, (unit) => correctAudit(unit, input));
  }
}
