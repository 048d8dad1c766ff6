import { type ClassType, createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Reason } from '../guideline/reason.type.ts';
import { Refusal } from '../rules/decision.ts';
import type { RefusalCode as Code } from '../rules/refusal-code.ts';

/** The codes of refusals, as an enum of the schema. */
export const RefusalCode = {
  REVOCATION_STANDS: 'REVOCATION_STANDS',
  REGISTRATION_NEEDED: 'REGISTRATION_NEEDED',
  STANDARD_NOT_POSSIBLE: 'STANDARD_NOT_POSSIBLE',
  CERTIFICATE_NOT_POSSIBLE: 'CERTIFICATE_NOT_POSSIBLE',
  AUDIT_DOES_NOT_SUPPORT: 'AUDIT_DOES_NOT_SUPPORT',
  LETTER_TOO_LATE: 'LETTER_TOO_LATE',
  LETTER_TOO_EARLY: 'LETTER_TOO_EARLY',
  LETTER_NOT_POSSIBLE: 'LETTER_NOT_POSSIBLE',
  ALREADY_ISSUED: 'ALREADY_ISSUED',
  ALREADY_REGISTERED: 'ALREADY_REGISTERED',
  ALREADY_RECORDED: 'ALREADY_RECORDED',
  NOT_STANDING: 'NOT_STANDING',
  WOULD_NOT_COUNT: 'WOULD_NOT_COUNT',
  STILL_NEEDED: 'STILL_NEEDED',
  CONSENT_WITHDRAWN: 'CONSENT_WITHDRAWN',
  REQUEST_NOT_READY: 'REQUEST_NOT_READY',
  REQUEST_CLOSED: 'REQUEST_CLOSED',
  GRANT_NOT_POSSIBLE: 'GRANT_NOT_POSSIBLE',
  REASON_NEEDED: 'REASON_NEEDED',
  AUDIT_NEEDED: 'AUDIT_NEEDED',
  PROCESS_INCOMPLETE: 'PROCESS_INCOMPLETE',
  AUDITOR_NOT_POSSIBLE: 'AUDITOR_NOT_POSSIBLE',
  WSIB_ACCOUNT_NOT_VALID: 'WSIB_ACCOUNT_NOT_VALID',
  EXCEPTION_NOT_POSSIBLE: 'EXCEPTION_NOT_POSSIBLE',
  EXEMPTION_NOT_POSSIBLE: 'EXEMPTION_NOT_POSSIBLE',
  SYSTEM_TOO_NEW: 'SYSTEM_TOO_NEW',
  EVIDENCE_TOO_OLD: 'EVIDENCE_TOO_OLD',
  AUDIT_NOT_READY: 'AUDIT_NOT_READY',
  AUDIT_TOO_LATE: 'AUDIT_TOO_LATE',
  SPOT_CHECK_NOT_READY: 'SPOT_CHECK_NOT_READY',
  MERGER_NOT_POSSIBLE: 'MERGER_NOT_POSSIBLE',
  APPEAL_NOT_POSSIBLE: 'APPEAL_NOT_POSSIBLE',
  APPEAL_NOT_READY: 'APPEAL_NOT_READY',
  APPEAL_TOO_LATE: 'APPEAL_TOO_LATE',
} as const satisfies { [C in Code]: C };
export type RefusalCode = Code;

registerEnumType(RefusalCode, {
  name: 'RefusalCode',
  description: 'Why a mutation was refused, as a code. With several reasons, the code of the first.',
  valuesConfig: {
    REVOCATION_STANDS: { description: 'A revocation is in effect: nothing can be issued, and a second revocation is not possible (R-29).' },
    REGISTRATION_NEEDED: {
      description:
        'A certificate needs a registration that stands: for a renewal one confirmed since the last certificate, after a loss one confirmed since (G-2.1.a, G-2.5.a, R-13).',
    },
    STANDARD_NOT_POSSIBLE: { description: 'After the move to COR 2020, a certificate to the older COR is not possible (F-12).' },
    CERTIFICATE_NOT_POSSIBLE: { description: 'A firm without a WSIB account cannot hold a certificate (R-22).' },
    AUDIT_DOES_NOT_SUPPORT: { description: 'The audit named does not earn the document (G-2.3, G-2.4.h, G-2.4.k, G-3.4.b, X-4).' },
    LETTER_TOO_LATE: { description: 'The letter comes after day 90, or after a loss, and restores nothing (R-8, G-4.4.b).' },
    LETTER_TOO_EARLY: { description: 'The letter lies before the days on which it counts (R-9).' },
    LETTER_NOT_POSSIBLE: { description: 'The certificate cannot have such a letter (R-10, R-20, R-29).' },
    ALREADY_ISSUED: {
      description: 'There already is one: a certificate of the same kind on that day, or a letter for that year (R-32, R-9).',
    },
    ALREADY_REGISTERED: { description: 'A registration is in effect that no certificate has followed yet (R-31, R-39).' },
    ALREADY_RECORDED: { description: 'It is already on record, and there can be only one: alter or correct that one (X-1, X-1b, X-14).' },
    NOT_STANDING: { description: 'The record to withdraw or lift is no longer in effect (G-2.1.b, R-29, R-31).' },
    WOULD_NOT_COUNT: { description: 'The corrected fact would not count (R-15, R-16, R-21).' },
    STILL_NEEDED: { description: 'Another record rests on it and must be removed first (G-2.0).' },
    CONSENT_WITHDRAWN: { description: 'The organization has withdrawn this consent, so it cannot be recorded again (R-28).' },
    REQUEST_NOT_READY: {
      description: 'The request or application has not come to this step (R-41, G-6.1.a, G-6.2.a, G-5.a, G-2.1.a).',
    },
    REQUEST_CLOSED: { description: 'The request was decided or withdrawn; make a new one (R-41, R-20).' },
    GRANT_NOT_POSSIBLE: { description: 'The rules do not allow this much to be granted; the reasons say what is missing (R-40).' },
    REASON_NEEDED: { description: 'Granting less than the rules allow is a matter of judgement and needs a recorded reason (R-40).' },
    AUDIT_NEEDED: { description: 'The document names no audit that it rests on (G-2.4.h, G-2.4.j).' },
    PROCESS_INCOMPLETE: {
      description:
        'A step that must come before it is not recorded, or came too late (G-2.4.b to G-2.4.g, G-2.4.i to G-2.4.k, G-2.5.b, R-47).',
    },
    AUDITOR_NOT_POSSIBLE: { description: 'The external auditor could not make the audit (G-2.4.g, G-3.4.a, G-4.5).' },
    WSIB_ACCOUNT_NOT_VALID: { description: 'WSIB reported that its account is not valid on the day (G-1.2.a, R-1).' },
    EXCEPTION_NOT_POSSIBLE: { description: 'No exception sets the clause aside, or the exception has served its one issue (R-44).' },
    EXEMPTION_NOT_POSSIBLE: { description: 'The request for a training exemption does not meet its conditions (G-2.2.b).' },
    SYSTEM_TOO_NEW: { description: 'The health and safety management system has not been in place for a year (G-1.2.d).' },
    EVIDENCE_TOO_OLD: { description: 'Evidence was created more than twelve months before the submission, or after it (G-1.2.e).' },
    AUDIT_NOT_READY: { description: 'The audit has not come to this step, or has gone past it; the reasons say what is missing.' },
    AUDIT_TOO_LATE: { description: 'The time for it has passed, and the process starts over (G-2.4.f, G-2.4.i, G-2.4.k).' },
    MERGER_NOT_POSSIBLE: {
      description:
        'The accounts are two, or both have an open application, or the organizations have two business numbers (G-1.2.b, G-2.1.a).',
    },
    APPEAL_NOT_POSSIBLE: { description: 'The result cannot be appealed, or not on this evidence (G-7.a, R-25, R-48).' },
    APPEAL_NOT_READY: { description: 'The appeal has not come to this step, or has ended (G-7.b to G-7.d).' },
    APPEAL_TOO_LATE: { description: 'The last day to appeal has passed; the reasons name it (G-7.b, G-7.c).' },
    SPOT_CHECK_NOT_READY: { description: 'The spot check asks for no such step, or has not come to it (G-4.4.a, G-4.4.c).' },
  },
});

@ObjectType({ description: 'Returned when the rules do not allow what a mutation asks for. Nothing was changed.' })
export class Refused {
  @Field(() => RefusalCode, { description: 'Why, as a code for programs.' })
  code!: RefusalCode;

  @Field(() => String, { description: 'Why, in sentences for people.' })
  message!: string;

  @Field(() => [Reason], { description: 'Every clause that stands against it, with the finding.' })
  reasons!: Reason[];
}

/** The result of a mutation: the record as it is now, or why it was refused. */
export const resultOf = <Thing extends ClassType>(name: string, thing: Thing) =>
  createUnionType({
    name,
    description: 'The result of the mutation: the record after it, or the refusal.',
    types: () => [thing, Refused] as const,
    resolveType: (value: object) => (value instanceof Refusal ? Refused : thing),
  });
