import { type Parameter, parameter, startingOn } from './parameter.ts';

export { type Parameter, valueOn } from './parameter.ts';

/** The month the guideline is dated; its day is not printed. Before it the same numbers hold. */
const guidelineDay = '2020-02-01';

/** Day the numbers were last compared with their sources. */
const checkedOn = '2026-11-22';

const fromGuideline = (clause: Parameter<number>['clause'], value: number, unit: Parameter<number>['unit'], note?: string) =>
  parameter({ clause, unit, checkedOn, from: { [guidelineDay]: value }, ...(note === undefined ? {} : { note }) });

// Taking part and training

export const systemInPlaceYears = fromGuideline('G-1.2.d', 1, 'years');
export const evidenceMonths = fromGuideline('G-1.2.e', 12, 'months');
export const exemptionCourseYears = fromGuideline('G-2.2.b', 3, 'years');
export const nameRetentionYears = fromGuideline('R-52', 3, 'years', 'Ours: one cycle after the last role ended.');

// Scoring

export const overallPassMark = fromGuideline('G-2.3', 80, 'percent');
export const elementPassMark = fromGuideline('G-2.3', 65, 'percent');
export const legislatedPassMark = fromGuideline('G-2.3', 100, 'percent');
export const corElements = fromGuideline('X-11', 19, 'elements');
export const cor2020Elements = fromGuideline('F-18', 14, 'elements');

// First certification

export const internalReviewDays = fromGuideline('G-2.4.d', 60, 'days');
export const externalAuditMonths = fromGuideline('G-2.4.f', 6, 'months');
export const auditPlanApprovalDays = fromGuideline('G-2.4.g', 21, 'days', 'A planning figure, not a limit.');
export const reauditMonths = fromGuideline('G-2.4.i', 6, 'months');
export const auditorEvaluationYears = fromGuideline('G-4.3', 1, 'years');
export const certificateTermYears = fromGuideline('G-2.0', 3, 'years');

// Keeping it and renewing it

export const maintenanceSubmissionDays = fromGuideline('G-2.4.j', 60, 'days', 'Before the anniversary.');
export const pendingAfterDays = fromGuideline('G-2.4.l', 30, 'days', 'The last day on which a letter or a certificate is not yet missed.');
export const lossAfterDays = fromGuideline('G-2.4.m', 90, 'days', 'The last day on which a letter or a certificate still counts.');
export const staffAlertDays = fromGuideline('R-8', 60, 'days', 'Ours: the day after the anniversary on which staff are alerted.');
export const renewalStartDays = fromGuideline('G-2.5.b', 90, 'days', 'Advice: start 60 to 90 days before the anniversary.');
export const renewalStartByDays = fromGuideline('G-2.5.b', 60, 'days', 'Advice: start 60 to 90 days before the anniversary.');
export const doneInCalendarDays = fromGuideline('R-36', 14, 'days', 'Ours: how long a calendar still shows what was done.');
export const dueNoticeDays = fromGuideline('R-36', 90, 'days', 'Ours: an obligation counts as due from this many days before its due day.');

// COR 2020

export const cor2020ForInternalAudits = startingOn('2021-12-01', {
  clause: 'X-4',
  checkedOn,
  note: 'Applies to the day an initial internal audit was received.',
});
export const cor2020ForExternalAudits = startingOn('2022-10-01', {
  clause: 'X-4',
  checkedOn,
  note: 'Applies to the day an external audit was completed.',
});

export const olderCorOutOfReach = startingOn('2023-10-01', {
  clause: 'X-21',
  checkedOn: '2026-11-29',
  note: 'Ours: a year after the last external audit with the older tool. Applies to the day of issue of a certificate of the older COR.',
});

// Spot checks

export const spotCheckDays = fromGuideline('G-4.4.b', 90, 'days');

// Equivalency and bidding-only documents

export const equivalencyReviewDays = fromGuideline('G-6.1.a', 30, 'days');
export const equivalencyTermYears = fromGuideline('G-6.1.a', 1, 'years');
export const biddingDocumentYears = fromGuideline('R-21', 1, 'years', 'Ours: at most, whatever the host certificate says.');

export const accreditedIso45001Only = startingOn('2024-10-25', {
  clause: 'X-5',
  checkedOn,
  note: 'Applies to the day of the decision: the accreditation body’s mark, and the firm’s whole scope.',
});

export const globalAciInForce = startingOn('2026-01-01', {
  clause: 'X-16',
  checkedOn: '2026-11-29',
  note: 'Applies to the day of the decision: the Global ACI MRA in place of the IAF MLA.',
});

// SOSE and the rebate

export const soseAuditMonths = fromGuideline('L.a', 12, 'months');
export const soseConvictionYears = fromGuideline('X-1', 3, 'years');
export const thirdPartyAuditYears = fromGuideline('W.3.d', 3, 'years');
export const iso17021Bodies = startingOn('2021-01-20', {
  clause: 'L.b',
  checkedOn,
  note: 'Whether bodies that meet ISO 17021-1 with 17021-10 are acceptable.',
});
export const rebateLookBackMonths = fromGuideline('X-2', 24, 'months', 'As WSIB’s page says in November 2026.');
export const olderRebateLookBackMonths = fromGuideline(
  'X-2',
  12,
  'months',
  'As an older page of WSIB said; the day of the change is not known, so if the two differ the answer is not known here.',
);

// Appeals

export const appealFilingDays = fromGuideline('G-7.b', 5, 'business days');
export const appealAcknowledgementDays = fromGuideline('G-7.b', 2, 'business days');
export const appealDecisionDays = fromGuideline('G-7.b', 5, 'business days');
export const secondAppealFilingDays = fromGuideline('G-7.c', 5, 'business days');
export const secondAppealAcknowledgementDays = fromGuideline('G-7.c', 2, 'business days');
export const secondAppealDecisionDays = fromGuideline('G-7.c', 5, 'business days');
export const finalReviewDays = fromGuideline('G-7.d', 5, 'business days');

// Tenders

export const equalTreatment = startingOn('2026-01-01', {
  clause: 'X-3',
  checkedOn,
  note: 'Whether O. Reg. 364/25 is in force: public owners, for construction.',
});
