import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Because } from '../rules/decision.ts';
import type { SoseCriterionKind } from '../rules/sose/criteria.ts';
import type { Evidence as FoundEvidence, Finding as FoundTo, Holder, Eligibility as Outcome } from '../rules/sose/criterion.ts';
import type { RebateCriterionKind } from '../rules/sose/rebate.ts';

/** The results of an assessment, as an enum of the schema. */
export const Eligibility = {
  ELIGIBLE: 'ELIGIBLE',
  NOT_ELIGIBLE: 'NOT_ELIGIBLE',
  CANNOT_SAY_YET: 'CANNOT_SAY_YET',
} as const satisfies { [O in Outcome]: O };

registerEnumType(Eligibility, {
  name: 'Eligibility',
  description: 'The overall result of the criteria.',
  valuesConfig: {
    ELIGIBLE: { description: 'Every criterion is met.' },
    NOT_ELIGIBLE: { description: 'At least one criterion is not met.' },
    CANNOT_SAY_YET: { description: 'No criterion is known to be unmet, but at least one is not known here.' },
  },
});

/** The findings on a criterion, as an enum of the schema. */
export const Finding = {
  MET: 'MET',
  NOT_MET: 'NOT_MET',
  NOT_KNOWN_HERE: 'NOT_KNOWN_HERE',
} as const satisfies { [F in FoundTo]: F };

registerEnumType(Finding, {
  name: 'Finding',
  description: 'The finding on a criterion.',
  valuesConfig: {
    MET: { description: 'It is met.' },
    NOT_MET: { description: 'It is not met.' },
    NOT_KNOWN_HERE: { description: 'It is not known here: ask the party that holds the answer.' },
  },
});

/** Who can answer, or reported a fact, as an enum of the schema. */
export const FactHolder = {
  IHSA: 'IHSA',
  CERTIFICATION_BODY: 'CERTIFICATION_BODY',
  MINISTRY: 'MINISTRY',
  APPLICANT: 'APPLICANT',
  WSIB: 'WSIB',
} as const satisfies { [H in Holder]: H };

registerEnumType(FactHolder, {
  name: 'FactHolder',
  description: 'Who holds an answer, or stated a fact.',
  valuesConfig: {
    IHSA: { description: 'The Infrastructure Health & Safety Association, or its staff.' },
    CERTIFICATION_BODY: { description: 'The body that certified the system or its auditors.' },
    MINISTRY: { description: 'The ministry: the office of the Chief Prevention Officer.' },
    APPLICANT: { description: 'The employer that applies, or anyone who asks on its behalf.' },
    WSIB: { description: 'The Workplace Safety and Insurance Board.' },
  },
});

/** The criteria of both assessments, as an enum of the schema. */
export const CriterionKind = {
  ACCREDITED_SYSTEM: 'ACCREDITED_SYSTEM',
  CERTIFICATE: 'CERTIFICATE',
  THIRD_PARTY_AUDIT: 'THIRD_PARTY_AUDIT',
  AUDIT_IN_TIME: 'AUDIT_IN_TIME',
  CERTIFICATION_BODY: 'CERTIFICATION_BODY',
  LEAD_AUDITOR: 'LEAD_AUDITOR',
  AUDIT_CLOSED: 'AUDIT_CLOSED',
  SOSE_ACTION_PLAN: 'SOSE_ACTION_PLAN',
  NO_CONVICTION: 'NO_CONVICTION',
  NO_PROSECUTION: 'NO_PROSECUTION',
  WORKER_PARTICIPATION: 'WORKER_PARTICIPATION',
  CPO_RECOGNITION: 'CPO_RECOGNITION',
  SCHEDULE_1: 'SCHEDULE_1',
  ACTIVE_ACCOUNT: 'ACTIVE_ACCOUNT',
  BALANCES_PAID: 'BALANCES_PAID',
  NO_CHARGES: 'NO_CHARGES',
  NO_FATALITY: 'NO_FATALITY',
} as const satisfies { [K in SoseCriterionKind | RebateCriterionKind]: K };
export type CriterionKind = keyof typeof CriterionKind;

registerEnumType(CriterionKind, {
  name: 'CriterionKind',
  description: 'A criterion of recognition under SOSE, or of WSIB’s rebate.',
  valuesConfig: {
    ACCREDITED_SYSTEM: { description: 'SOSE: a system that the Chief Prevention Officer has accredited (W.1).' },
    CERTIFICATE: { description: 'SOSE: the certificate that the audit earned (W.3.a).' },
    THIRD_PARTY_AUDIT: { description: 'SOSE: a third party’s audit verified the system (W.3.b).' },
    AUDIT_IN_TIME: { description: 'SOSE: that audit lies within 12 months before the application (L.a).' },
    CERTIFICATION_BODY: { description: 'SOSE: the body behind the audit is acceptable on the application day (L.b, X-14).' },
    LEAD_AUDITOR: { description: 'SOSE: the lead auditor was in good standing on the audit day and on the closing day (X-14).' },
    AUDIT_CLOSED: { description: 'SOSE: the deficiencies are corrected and the audit is closed (W.3.c).' },
    SOSE_ACTION_PLAN: {
      description: 'SOSE: an approved action plan with its corrections checked, because COR-certified is not SOSE-ready (X-1b).',
    },
    NO_CONVICTION: { description: 'SOSE: no conviction under Part III for the OHSA within three years (X-1).' },
    NO_PROSECUTION: { description: 'SOSE: no prosecution under the OHSA is under way (X-1).' },
    WORKER_PARTICIPATION: { description: 'SOSE: the commitment to worker participation (X-1).' },
    CPO_RECOGNITION: { description: 'Rebate: the Chief Prevention Officer recognizes the employer (X-2).' },
    SCHEDULE_1: { description: 'Rebate: the employer is in Schedule 1 (X-2).' },
    ACTIVE_ACCOUNT: { description: 'Rebate: the WSIB account is active (X-2).' },
    BALANCES_PAID: { description: 'Rebate: premiums and balances are paid (X-2).' },
    NO_CHARGES: { description: 'Rebate: no charges under the WSIA or the Criminal Code in the look-back (X-2).' },
    NO_FATALITY: { description: 'Rebate: no work-related fatality on or after the recognition (X-2).' },
  },
});

/** The kinds of evidence, as an enum of the schema. */
export const EvidenceKind = {
  AUDIT: 'AUDIT',
  RE_AUDIT: 'RE_AUDIT',
  CERTIFICATE: 'CERTIFICATE',
  LETTER_OF_GOOD_STANDING: 'LETTER_OF_GOOD_STANDING',
  ACTION_PLAN: 'ACTION_PLAN',
  CORRECTIONS_CHECK: 'CORRECTIONS_CHECK',
  LEAD_AUDITOR: 'LEAD_AUDITOR',
  STATEMENT: 'STATEMENT',
  RECOGNITION: 'RECOGNITION',
} as const satisfies { [K in FoundEvidence['kind']]: K };

registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What a finding rests on.',
  valuesConfig: {
    AUDIT: { description: 'An audit.' },
    RE_AUDIT: { description: 'A re-audit after a failed external audit.' },
    CERTIFICATE: { description: 'A certificate.' },
    LETTER_OF_GOOD_STANDING: { description: 'A Letter of Good Standing.' },
    ACTION_PLAN: { description: 'The approval of the SOSE action plan after an audit.' },
    CORRECTIONS_CHECK: { description: 'The check of the corrections of a SOSE action plan.' },
    LEAD_AUDITOR: { description: 'A statement about a lead auditor’s standing on a day.' },
    STATEMENT: { description: 'A statement about the employer.' },
    RECOGNITION: { description: 'A recognition by the Chief Prevention Officer.' },
  },
});

@ObjectType({ description: 'An audit, a document or a statement that a finding rests on.' })
export class Evidence {
  @Field(() => EvidenceKind, { description: 'What it is.' })
  kind!: FoundEvidence['kind'];

  @Field(() => String, {
    description:
      'Which one: the global id of an audit (also for its action plan), the number of a certificate, the name of a lead auditor (ERASED_NAME if it was erased), or ' +
      'the field of a statement. Stated facts have the reference they were stated under.',
  })
  reference!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day that counted; null if there is none.' })
  on!: Day | null;

  @Field(() => FactHolder, { nullable: true, description: 'Who stated it; null if it is on record here.' })
  broughtBy!: Holder | null;
}

@ObjectType({ description: 'One criterion of an assessment, with the finding.' })
export class Criterion {
  @Field(() => CriterionKind, { description: 'Which criterion.' })
  criterion!: CriterionKind;

  @Field(() => Finding, { description: 'What was found.' })
  finding!: FoundTo;

  @Field(() => [String], { description: 'Ids of the clauses it follows from, the one that asks for it first.' })
  clauses!: string[];

  @Field(() => [FactHolder], { description: 'Who holds the answer.' })
  heldBy!: Holder[];

  @Field(() => [Evidence], { description: 'What the finding rests on.' })
  evidence!: Evidence[];
}

/** What a query returns to GraphQL for a criterion: its sentences are rendered on asking. */
export interface CriterionSource extends Readonly<Omit<Criterion, 'clauses' | 'heldBy' | 'evidence'>> {
  readonly clauses: readonly string[];
  readonly heldBy: readonly Holder[];
  readonly evidence: readonly Evidence[];
  readonly because: Because;
  /** What would meet it; null if it is met. */
  readonly missing: Because | null;
}

@ObjectType({ description: 'A note besides the criteria, with its clause.' })
export class AssessmentNote {
  @Field(() => String, { description: 'Id of the clause.' })
  clause!: string;
}

/** What a query returns to GraphQL for a note. */
export interface AssessmentNoteSource extends Readonly<AssessmentNote> {
  readonly because: Because;
}

@ObjectType({ description: 'A fact stated with the question, and who is responsible for it.' })
export class BroughtFact {
  @Field(() => String, { description: 'The field of your input it came in: `systems[0]`.' })
  field!: string;

  @Field(() => FactHolder, { description: 'Whose fact it is taken to be.' })
  by!: Holder;
}
