import { addDays, addMonths, type Day } from '../calendar.ts';
import { heldSince } from '../cycle/hold.ts';
import { passesOn, usesToolInForce } from '../cycle/known-audit.ts';
import { because, type Refusal } from '../decision.ts';
import { externalAuditMonths, reauditMonths, valueOn } from '../parameters.ts';
import { readHistory, registrationStands } from '../standing/history.ts';
import { clauseOfStep, dayOfStep, precedingSteps, stepLaws } from './audit-steps.ts';
import type { AuditingFacts, AuditLife, AuditStep, ProposedStep } from './auditing-facts.ts';
import { isBy } from './certificate-reading.ts';
import { systemObjections } from './evidence.ts';
import { peopleObjections, submissionObjections } from './internal-audit.ts';
import { type Objection, objection, refusalOf } from './objections.ts';
import { auditorObjections, consecutiveObjections } from './selecting.ts';

/** Why a step of an audit may not be recorded, with every clause that forbids it; null if it may. */
export const refuseAuditStep = (facts: AuditingFacts, proposed: ProposedStep): Refusal | null =>
  refusalOf([...orderObjections(proposed), ...(particular[proposed.step]?.(facts, proposed) ?? [])]);

/** The preceding step is recorded by its day, the step itself is not recorded yet, and nothing has ended the time for it. */
function orderObjections({ audit, step, on }: ProposedStep): readonly Objection[] {
  const clause = clauseOfStep(audit, step);
  const { again, notAfter = [] } = stepLaws[step];
  const done = again ? null : dayOfStep(audit, step);
  return [
    ...(done === null ? [] : [objection('ALREADY_RECORDED', clause, because('audit-step-done', { step: wordOf(step), day: done }))]),
    ...precedingSteps(audit, step)
      .filter((needed) => !isRecorded(audit, needed, on))
      .map((needed) =>
        objection('AUDIT_NOT_READY', clauseOfStep(audit, needed), because('audit-step-needs', { on, needed: wordOf(needed) })),
      ),
    ...notAfter.flatMap((later) => {
      const day = dayOfStep(audit, later);
      return day === null
        ? []
        : [objection('AUDIT_NOT_READY', clause, because('audit-step-passed', { later: wordOf(later), day, step: wordOf(step) }))];
    }),
  ];
}

const wordOf = (step: AuditStep): string => `AUDIT_${step}`;

function isRecorded(audit: AuditLife, step: AuditStep, on: Day): boolean {
  if (step === 'SCORED') return audit.passed !== null;
  if (step === 'AUDITOR_SELECTED') return audit.auditor !== null;
  return isBy(dayOfStep(audit, step), on);
}

type Particular = (facts: AuditingFacts, proposed: ProposedStep) => readonly Objection[];

/** What the guideline requires of single steps beyond their order. */
const particular: Readonly<Partial<Record<AuditStep, Particular>>> = {
  SUBMITTED: (_facts, { audit, on, isByOrganization = false }) => submissionObjections(audit, on, isByOrganization),
  RECEIVED: (facts, { audit, on }) => [...registration(facts, audit, on), ...tool({ ...audit, receivedOn: on })],
  HELD_UNPAID: (_facts, { audit, on }) => alreadyHeld(audit, on),
  PAYMENT_RECEIVED: (_facts, { audit, on }) => heldBefore(audit, on),
  PRE_ASSESSED: ({ people }, { audit, on }) => [
    ...unpaid(audit, on),
    // G-2.4.k: a later internal audit is reviewed whatever it declares, and what fails is corrected.
    ...(audit.type === 'INITIAL_INTERNAL' && audit.passed === false ? [ended('G-2.4.c', because('audit-declared-failed'))] : []),
    ...peopleObjections(audit, people),
  ],
  REVIEWER_ASSIGNED: (_facts, { audit, on }) => unpaid(audit, on),
  REVIEWED: (_facts, { audit, on }) => unpaid(audit, on),
  ACTION_PLAN_CHOSEN: (_facts, { audit }) => failedReview(audit),
  NEW_AUDIT_CHOSEN: (_facts, { audit }) => failedReview(audit),
  ACTION_PLAN_SUBMITTED: (_facts, proposed) => planAskedFor(proposed),
  AUDITOR_SELECTED: (facts, { audit, auditor, company, on }) => makerObjections(facts, audit, auditor ?? null, company ?? null, on),
  STARTED: (facts, proposed) => [...systemInPlace(facts, proposed), ...onSite(facts, proposed)],
  COMPLETED: (facts, proposed) => [...onSite(facts, proposed), ...tool({ ...proposed.audit, completedOn: proposed.on })],
  SCORED: (facts, proposed) => correction(facts, proposed),
};

const ended = (clause: Parameters<typeof objection>[1], why: ReturnType<typeof because>): Objection =>
  objection('AUDIT_NOT_READY', clause, why);

/** IHSA reviews no submission that is held because its fee is unpaid. */
function unpaid({ steps }: AuditLife, on: Day): readonly Objection[] {
  const heldOn = heldSince(steps, on);
  return heldOn === null ? [] : [ended('X-22', because('audit-held', { heldOn }))];
}

function alreadyHeld({ steps }: AuditLife, on: Day): readonly Objection[] {
  const heldOn = heldSince(steps, on);
  return heldOn === null ? [] : [objection('ALREADY_RECORDED', 'X-22', because('audit-held-already', { heldOn }))];
}

const heldBefore = ({ steps }: AuditLife, on: Day): readonly Objection[] =>
  heldSince(steps, on) === null ? [ended('X-22', because('audit-not-held', { on }))] : [];

/** G-2.1.b: an initial internal audit is received while a registration is in effect. */
function registration(facts: AuditingFacts, { type }: AuditLife, on: Day): readonly Objection[] {
  if (type !== 'INITIAL_INTERNAL' || registeredSince(facts, on) !== null) return [];
  return [objection('REGISTRATION_NEEDED', 'G-2.1.b', because('audit-without-registration', { on }))];
}

function registeredSince(facts: AuditingFacts, on: Day): Day | null {
  const standing = readHistory(facts).registrations.filter((each) => each.registration.confirmedOn <= on && registrationStands(each, on));
  return standing[0]?.registration.confirmedOn ?? null;
}

/** COR 2020 is compulsory from its days on; a re-audit has the tool of its audit. */
function tool(audit: AuditLife): readonly Objection[] {
  if (usesToolInForce(audit)) return [];
  const day = (audit.type === 'EXTERNAL' ? audit.completedOn : audit.receivedOn) ?? '';
  return [objection('STANDARD_NOT_POSSIBLE', 'X-4', because('audit-tool-outdated-for-step', { day }))];
}

/** G-2.4.e: after a review that did not pass, either a corrective action plan or a new internal audit follows. */
function failedReview({ passed, followUp, followUpOn }: AuditLife): readonly Objection[] {
  return [
    ...(passed === false ? [] : [ended('G-2.4.e', because('audit-review-not-failed'))]),
    ...(followUp !== null && followUpOn !== null
      ? [objection('ALREADY_RECORDED', 'G-2.4.e', because('audit-follow-up-chosen', { day: followUpOn }))]
      : []),
  ];
}

/** G-2.4.e: after a review of an initial internal audit that did not pass, IHSA asks for the plan. */
function planAskedFor({ audit, on }: ProposedStep): readonly Objection[] {
  if (audit.type !== 'INITIAL_INTERNAL' || audit.passed !== false || isRecorded(audit, 'ACTION_PLAN_CHOSEN', on)) return [];
  return [ended('G-2.4.e', because('audit-step-needs', { on, needed: wordOf('ACTION_PLAN_CHOSEN') }))];
}

/** G-2.4.g, G-3.4.a: why an auditor of a company may not conduct an audit on a day. */
export function makerObjections(
  facts: AuditingFacts,
  audit: AuditLife,
  id: string | null,
  company: string | null,
  on: Day,
): readonly Objection[] {
  const auditor = facts.auditors.find((each) => each.id === id);
  return [...(auditor ? auditorObjections(auditor, on) : []), ...consecutiveObjections(facts, audit, { auditor: id, company }, on)];
}

/** G-1.2.d: before an initial internal audit the system has been in place for a year. */
const systemInPlace = ({ systemInPlaceSince }: AuditingFacts, { audit, on }: ProposedStep): readonly Objection[] =>
  audit.type === 'INITIAL_INTERNAL' ? systemObjections(systemInPlaceSince, on) : [];

/** G-2.4.e, G-2.4.f, G-2.4.g, G-2.4.i: who may be on site on a day, and whether it is still in time. */
function onSite(facts: AuditingFacts, { audit, on }: ProposedStep): readonly Objection[] {
  if (audit.type !== 'EXTERNAL' && audit.type !== 'RE_AUDIT') return [];
  const made = makerObjections(facts, audit, audit.auditor, audit.auditingCompany, on);
  return [...made, ...(audit.type === 'RE_AUDIT' ? reAudit(facts, audit, on) : afterInternalAudit(facts, audit, on))];
}

/** G-2.4.i: a re-audit follows its failed audit's report, and is completed within six months of its receipt. */
function reAudit(facts: AuditingFacts, { reAuditOf }: AuditLife, on: Day): readonly Objection[] {
  const audit = facts.audits.find(({ id }) => id === reAuditOf);
  const receivedOn = audit ? reportReceived(audit) : null;
  if (!audit || passesOn(audit, on) !== false || receivedOn === null || receivedOn > on)
    return [ended('G-2.4.i', because('re-audit-without-failure', { on }))];
  const deadline = addMonths(receivedOn, valueOn(reauditMonths, receivedOn));
  return on > deadline ? [late('G-2.4.i', because('re-audit-too-late', { receivedOn, deadline, on }))] : [];
}

const late = (clause: 'G-2.4.f' | 'G-2.4.i' | 'G-2.4.k', why: ReturnType<typeof because>): Objection =>
  objection('AUDIT_TOO_LATE', clause, why);

/** */
const reportReceived = ({ reportReceivedOn, reportedOn }: AuditLife): Day | null => reportReceivedOn ?? reportedOn;

/** G-2.4.e, G-2.4.f: the first certification, one after a loss, and one after a restart need a reviewed internal audit first. */
function afterInternalAudit(facts: AuditingFacts, audit: AuditLife, on: Day): readonly Objection[] {
  const failedOn = failedBefore(facts, audit, on);
  const since = failedOn ?? (isRenewal(facts, on) ? null : (registeredSince(facts, on) ?? ''));
  if (since === null) return [];
  const internal = lastReceived(facts.audits, since, audit.startedOn ?? on);
  if (internal === null) {
    return [
      failedOn === null
        ? ended('G-2.4.b', because('external-without-internal', { on }))
        : late('G-2.4.i', because('external-after-failure', { failedOn, on })),
    ];
  }
  return reviewed(internal, audit.startedOn ?? on, on);
}

/** G-2.4.i, R-47: the day of the last external audit's failure since the last certificate, unless a re-audit made up for it. */
function failedBefore(facts: AuditingFacts, audit: AuditLife, on: Day): Day | null {
  const certifiedOn = lastCertificate(facts, on)?.certificate.issuedOn ?? '';
  const failed = facts.audits.filter(
    (each) =>
      each.type === 'EXTERNAL' &&
      each.id !== audit.id &&
      passesOn(each, audit.startedOn ?? on) === false &&
      isBy(reportReceived(each), audit.startedOn ?? on) &&
      (each.completedOn ?? '') > certifiedOn &&
      !facts.audits.some((other) => other.reAuditOf === each.id && other.passed === true && isBy(reportReceived(other), on)),
  );
  return (
    failed
      .map((each) => reportReceived(each) ?? '')
      .sort()
      .at(-1) ?? null
  );
}

const lastCertificate = (facts: AuditingFacts, on: Day) =>
  readHistory(facts).certificates.findLast(({ isEquivalency, certificate }) => !isEquivalency && certificate.issuedOn <= on);

/** G-2.5.b: a current certification is renewed by an external audit alone. */
function isRenewal(facts: AuditingFacts, on: Day): boolean {
  const last = lastCertificate(facts, on);
  return last !== undefined && (last.loss === null || last.loss.on > on);
}

/** the last submission counts. */
function lastReceived(audits: readonly AuditLife[], since: Day, by: Day): AuditLife | null {
  const received = audits.filter(({ type, receivedOn }) => type === 'INITIAL_INTERNAL' && isBy(receivedOn, by) && receivedOn >= since);
  return received.toSorted((a, b) => (`${a.receivedOn} ${a.id}` < `${b.receivedOn} ${b.id}` ? -1 : 1)).at(-1) ?? null;
}

/** G-2.4.e, G-2.4.f: reviewed and reported; passed, or its plan approved by the start and no new audit asked for; and within six months. */
function reviewed(internal: AuditLife, startedOn: Day, on: Day): readonly Objection[] {
  const receivedOn = reportReceived(internal);
  if (receivedOn === null || receivedOn > startedOn) return [ended('G-2.4.e', because('external-before-review', { on: startedOn }))];
  const planned = isBy(internal.planOfActionApprovedOn, startedOn);
  const deadline = addMonths(receivedOn, valueOn(externalAuditMonths, receivedOn));
  return [
    ...(internal.followUp === 'NEW_AUDIT'
      ? [ended('G-2.4.e', because('external-new-audit-asked', { on: internal.followUpOn ?? '' }))]
      : []),
    ...(internal.passed === true || planned ? [] : [ended('G-2.4.e', because('external-without-plan', { on: startedOn }))]),
    ...(on > deadline ? [late('G-2.4.f', because('external-too-late', { receivedOn, deadline, on }))] : []),
  ];
}

/** G-2.4.k: after the report, only a maintenance or transition audit is scored again, by day 90 after the anniversary. */
function correction(facts: AuditingFacts, { audit, on }: ProposedStep): readonly Objection[] {
  const reported = dayOfStep(audit, 'REPORT_APPROVED') ?? reportReceived(audit);
  if (reported === null) return [];
  const clause = clauseOfStep(audit, 'REVIEWED');
  if (audit.type !== 'MAINTENANCE' && audit.type !== 'TRANSITION')
    return [objection('ALREADY_RECORDED', 'G-2.3', because('audit-scored-for-good', { day: reported }))];
  if (on <= reported) return [objection('AUDIT_NOT_READY', clause, because('audit-scored-before-report', { day: reported }))];
  if (audit.laterScores.some((score) => score.on === on))
    return [objection('ALREADY_RECORDED', clause, because('audit-step-done', { step: wordOf('SCORED'), day: on }))];
  const lastDay = lastDayToCorrect(facts, audit.receivedOn ?? on);
  return lastDay !== null && on > lastDay ? [late('G-2.4.k', because('correction-too-late', { lastDay, on }))] : [];
}

/** G-2.4.k, G-2.4.m: day 90 after the anniversary of the letter that an audit received on a day is for. */
function lastDayToCorrect(facts: AuditingFacts, receivedOn: Day): Day | null {
  const terms = lastCertificate(facts, receivedOn)?.letterTerms ?? [];
  const term = terms.find(({ lostFrom, letter }) => receivedOn < lostFrom && !(letter && letter.issuedOn < receivedOn));
  return term ? addDays(term.lostFrom, -1) : null;
}
