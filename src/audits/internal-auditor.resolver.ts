import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { perform } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import type { AuditSource } from './audit.loader.ts';
import { Audit } from './audit.type.ts';
import { NameInternalAuditorInput } from './internal-auditor.input.ts';
import { nameInternalAuditor } from './internal-auditor.service.ts';
import { permitRecording } from './own-audit.ts';

const NameInternalAuditorResult = resultOf('NameInternalAuditorResult', Audit);

/** Names the persons who conduct internal audits. */
@Resolver(() => Audit)
export class InternalAuditorResolver {
  @Mutation(() => NameInternalAuditorResult, {
    description:
      'Names the person who conducted an internal audit, maintenance and transition audits included (G-3.3.a). For staff; until the submission also for the organization itself, of the people who have a role at its accounts.',
  })
  nameInternalAuditor(
    @Arg('input', () => NameInternalAuditorInput, { description: 'Which audit, and who.' }) input: NameInternalAuditorInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    permitRecording(context, true);
    return perform(context, 'nameInternalAuditor', input, (unit) => nameInternalAuditor(unit, context, input));
  }
}
