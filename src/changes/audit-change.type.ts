import { Field, ObjectType } from 'type-graphql';
import { Audit } from '../audits/audit.type.ts';
import { AuditStep } from '../audits/audit-step.type.ts';
import { AuditEvent } from './audit-event.type.ts';
import { Change } from './change.type.ts';

@ObjectType({
  implements: Change,
  description:
    'A step of an audit that was recorded or taken back, or another change to an audit. Visible to callers who may read the audit: ' +
    'the organization itself and staff.',
})
export class AuditChange extends Change {
  @Field(() => Audit, { nullable: true, description: 'The audit as it is now; null if it was removed.' })
  audit!: Audit | null;

  @Field(() => AuditEvent, { description: 'What happened.' })
  event!: AuditEvent;

  @Field(() => AuditStep, {
    nullable: true,
    description: 'The step that was recorded or taken back; `effectiveOn` is its day. Null for other events.',
  })
  step!: AuditStep | null;
}
