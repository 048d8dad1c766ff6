import { Field, ObjectType } from 'type-graphql';
import { Audit } from '../audits/audit.type.ts';
import { AuditStep } from '../audits/audit-step.type.ts';
import { Change } from './change.type.ts';

@ObjectType({
  implements: Change,
  description:
    'A step of an audit that was recorded or taken back. Visible to callers who may read the audit: the organization itself and staff.',
})
export class AuditChange extends Change {
  @Field(() => Audit, { nullable: true, description: 'The audit as it is now; null if it was removed.' })
  audit!: Audit | null;

  @Field(() => AuditStep, { description: 'The step; `effectiveOn` is its day.' })
  step!: AuditStep;

  @Field(() => Boolean, { description: 'True if the step was taken back: what was reported of it before does not hold.' })
  isUndone!: boolean;
}
