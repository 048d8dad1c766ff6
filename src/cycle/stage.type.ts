import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Stage as StageOfProcess } from '../rules/cycle/stage.ts';
import type { Decision } from '../rules/decision.ts';

/** The stages of the certification process as an enum of the schema. */
export const Stage = {
  PREPARING_INTERNAL_AUDIT: 'PREPARING_INTERNAL_AUDIT',
  INTERNAL_AUDIT_REVIEW: 'INTERNAL_AUDIT_REVIEW',
  INTERNAL_AUDIT_CORRECTION: 'INTERNAL_AUDIT_CORRECTION',
  EXTERNAL_AUDIT_DUE: 'EXTERNAL_AUDIT_DUE',
  EXTERNAL_AUDIT_UNDER_WAY: 'EXTERNAL_AUDIT_UNDER_WAY',
  EXTERNAL_AUDIT_REPORT_AWAITED: 'EXTERNAL_AUDIT_REPORT_AWAITED',
  RE_AUDIT_DUE: 'RE_AUDIT_DUE',
  RE_AUDIT_REPORT_AWAITED: 'RE_AUDIT_REPORT_AWAITED',
  CERTIFICATE_AWAITED: 'CERTIFICATE_AWAITED',
  MUST_RESTART: 'MUST_RESTART',
  CERTIFIED_YEAR_1: 'CERTIFIED_YEAR_1',
  CERTIFIED_YEAR_2: 'CERTIFIED_YEAR_2',
  CERTIFIED_YEAR_3: 'CERTIFIED_YEAR_3',
  MAINTENANCE_AUDIT_DUE: 'MAINTENANCE_AUDIT_DUE',
  MAINTENANCE_AUDIT_LATE: 'MAINTENANCE_AUDIT_LATE',
  MAINTENANCE_AUDIT_REVIEW: 'MAINTENANCE_AUDIT_REVIEW',
  MAINTENANCE_AUDIT_CORRECTION: 'MAINTENANCE_AUDIT_CORRECTION',
  LETTER_AWAITED: 'LETTER_AWAITED',
  RENEWAL_DUE: 'RENEWAL_DUE',
  RENEWAL_AUDIT_UNDER_WAY: 'RENEWAL_AUDIT_UNDER_WAY',
  RENEWAL_REPORT_AWAITED: 'RENEWAL_REPORT_AWAITED',
  RENEWAL_RE_AUDIT_DUE: 'RENEWAL_RE_AUDIT_DUE',
  RENEWAL_RE_AUDIT_REPORT_AWAITED: 'RENEWAL_RE_AUDIT_REPORT_AWAITED',
  RENEWAL_MUST_RESTART: 'RENEWAL_MUST_RESTART',
  NEW_CERTIFICATE_AWAITED: 'NEW_CERTIFICATE_AWAITED',
  PENDING_LETTER: 'PENDING_LETTER',
  PENDING_CERTIFICATE: 'PENDING_CERTIFICATE',
  EQUIVALENCY_RUNNING: 'EQUIVALENCY_RUNNING',
  BIDDING_ONLY: 'BIDDING_ONLY',
  REVOKED: 'REVOKED',
  CERTIFICATION_LOST: 'CERTIFICATION_LOST',
  EQUIVALENCY_EXPIRED: 'EQUIVALENCY_EXPIRED',
  NOT_REGISTERED: 'NOT_REGISTERED',
} as const satisfies { [S in StageOfProcess]: S };

registerEnumType(Stage, {
  name: 'Stage',
  description: 'The stages of the certification process (R-34, R-35).',
  valuesConfig: {
    PREPARING_INTERNAL_AUDIT: { description: 'Registered; the initial internal audit has not been submitted (G-2.4.b).' },
    INTERNAL_AUDIT_REVIEW: {
      description: 'The initial internal audit was submitted: it is to be received, pre-assessed or reviewed (G-2.4.b, G-2.4.c, G-2.4.d).',
    },
    INTERNAL_AUDIT_CORRECTION: {
      description: 'The review of the internal audit failed: a plan of corrections or a new internal audit (G-2.4.e).',
    },
    EXTERNAL_AUDIT_DUE: {
      description: 'The internal audit was reviewed; the external audit is to be completed within six months (G-2.4.f).',
    },
    EXTERNAL_AUDIT_UNDER_WAY: { description: 'The external audit started and is not complete.' },
    EXTERNAL_AUDIT_REPORT_AWAITED: { description: 'The external audit is completed; its approved report is awaited (G-3.4.b).' },
    RE_AUDIT_DUE: { description: 'The external audit failed; a re-audit is to be completed within six months of its report (G-2.4.i).' },
    RE_AUDIT_REPORT_AWAITED: { description: 'The re-audit is completed; its report is awaited.' },
    CERTIFICATE_AWAITED: { description: 'The external audit passed; the certificate is awaited (G-2.4.h).' },
    MUST_RESTART: {
      description: 'The six months passed without the required audit: the process restarts with a new internal audit (G-2.4.f, G-2.4.i).',
    },
    CERTIFIED_YEAR_1: { description: 'Certified, in the first year of the certificate, with nothing due.' },
    CERTIFIED_YEAR_2: { description: 'Certified, in the second year, with nothing due.' },
    CERTIFIED_YEAR_3: { description: 'Certified, in the third year, with nothing due.' },
    MAINTENANCE_AUDIT_DUE: { description: 'Certified; the maintenance audit is due 60 days before the anniversary (G-2.4.j).' },
    MAINTENANCE_AUDIT_LATE: { description: 'Certified; the maintenance audit was not received by its due day (G-2.4.j).' },
    MAINTENANCE_AUDIT_REVIEW: { description: 'Certified; the maintenance audit is under review (G-2.4.k).' },
    MAINTENANCE_AUDIT_CORRECTION: { description: 'Certified; deficiencies found by the maintenance audit must be corrected (G-2.4.k).' },
    LETTER_AWAITED: { description: 'Certified; the maintenance audit passed and the Letter of Good Standing is awaited.' },
    RENEWAL_DUE: { description: 'Certified; the external audit for the new cycle is due (G-2.5.b).' },
    RENEWAL_AUDIT_UNDER_WAY: { description: 'Certified; the external audit for the new cycle started and is not complete.' },
    RENEWAL_REPORT_AWAITED: { description: 'Certified; the external audit for the new cycle is completed and its report is awaited.' },
    RENEWAL_RE_AUDIT_DUE: { description: 'Certified; the external audit for the new cycle failed and a re-audit is due (R-12).' },
    RENEWAL_RE_AUDIT_REPORT_AWAITED: { description: 'Certified; the re-audit for the new cycle is completed and its report is awaited.' },
    RENEWAL_MUST_RESTART: { description: 'Certified; the renewal restarts with a new internal audit.' },
    NEW_CERTIFICATE_AWAITED: {
      description: 'Certified; the external audit for the new cycle passed and the new certificate is awaited (G-2.5.d).',
    },
    PENDING_LETTER: { description: 'Pending: a Letter of Good Standing is missing (G-2.4.l).' },
    PENDING_CERTIFICATE: { description: 'Pending: a new certificate is missing (G-2.5.c).' },
    EQUIVALENCY_RUNNING: { description: 'Certified by equivalency, for one year (G-6.1.a, G-6.2.a).' },
    BIDDING_ONLY: { description: 'For bidding only, with no process under way (G-5.a, F-16).' },
    REVOKED: { description: 'Revoked by IHSA; the clocks keep running (R-29).' },
    CERTIFICATION_LOST: { description: 'The certification was lost; the process starts over with a new registration (R-13).' },
    EQUIVALENCY_EXPIRED: { description: 'The equivalency has expired (R-20).' },
    NOT_REGISTERED: { description: 'Nothing is recorded of it by the day.' },
  },
});

@ObjectType({ description: 'The stage of an account in the certification process on a day, and why.' })
export class AccountStage {
  @Field(() => Stage, { description: 'The stage.' })
  stage!: StageOfProcess;

  @Field(() => LocalDate, { description: 'The day it is of.' })
  on!: Day;
}

/** What a query returns to GraphQL for a stage: the decision of the law. */
export interface AccountStageSource extends AccountStage {
  readonly decision: Decision<StageOfProcess>;
}
