import { Field, ObjectType } from 'type-graphql';
import { Audit } from '../audits/audit.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { IssuingException } from '../exceptions/exception.type.ts';
import { Registration } from '../registrations/registration.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Reason as Found } from '../rules/decision.ts';

@ObjectType({
  description:
    'What a certificate or letter was issued on. For an imported one, only the audit that it names; a record that was corrected away is null.',
})
export class DocumentSupport {
  @Field(() => Audit, { nullable: true, description: 'The audit that the document names. Reading it is logged (G-8.a).' })
  audit?: Audit | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Since when that audit fails, by scores after the day of issue. The document still counts (R-64). Null for most.',
  })
  auditFailsSince?: Day | null;

  @Field(() => Audit, { nullable: true, description: 'Where that is a re-audit: the external audit that failed before it (G-2.4.i).' })
  failedAudit?: Audit | null;

  @Field(() => Audit, { nullable: true, description: 'The initial internal audit before the external one (G-2.4.b); null for a renewal.' })
  internalAudit?: Audit | null;

  @Field(() => Audit, {
    nullable: true,
    description: 'For a renewal: the internal audit that was shown to the external auditor (G-2.5.b).',
  })
  yearOneAudit?: Audit | null;

  @Field(() => Registration, { nullable: true, description: 'The registration in effect on the day of issue (G-2.1.a, G-2.5.a).' })
  registration?: Registration | null;

  @Field(() => IssuingException, { nullable: true, description: 'The exception under which it was issued; null for most (R-44).' })
  exception?: IssuingException | null;
}

/** The ids of what a document rests on, and what was found on its day of issue. */
export interface DocumentSupportSource extends DocumentSupport {
  readonly accountId: string;
  readonly issuedOn: Day;
  readonly auditId: string | null;
  readonly failedAuditId: string | null;
  readonly internalAuditId: string | null;
  readonly yearOneAuditId: string | null;
  readonly registrationId: string | null;
  readonly exceptionId: string | null;
  readonly found: readonly Found[];
}
