import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import type { AuditSource } from './audit.loader.ts';
import { Audit } from './audit.type.ts';
import { NameInternalAuditorInput } from './internal-auditor.input.ts';
import { nameInternalAuditor } from './internal-auditor.service.ts';

const NameInternalAuditorResult = resultOf('NameInternalAuditorResult', Audit);

/** Names the persons who conduct internal audits. */
@Resolver(() => Audit)
export class InternalAuditorResolver {
  @Mutation(() => NameInternalAuditorResult, {
    description: 'Names the person who conducted an internal audit, including maintenance and transition audits (G-3.3.a). For staff.',
  })
  nameInternalAuditor(
    @Arg('input', () => NameInternalAuditorInput, { description: 'Which audit, and who.' }) input: NameInternalAuditorInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    return mutate(context, 'nameInternalAuditor', input, (unit) => nameInternalAuditor(unit, input));
  }
}
