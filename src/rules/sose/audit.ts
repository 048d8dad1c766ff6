import { addDays, addMonths, type Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { iso17021Bodies, soseAuditMonths, valueOn } from '../parameters.ts';
import { BEGINNING } from '../standing/turning-days.ts';
import { holdersOf, type SoseCriterion, type SoseCriterionKind } from './criteria.ts';
import { criterionOf, type Evidence, type Found, met, notKnown, notMet } from './criterion.ts';
import type { CountedAudit, Way } from './evidence.ts';
import type { BodyKind, LeadAuditorFact, SoseFacts } from './facts.ts';

/** L.a, W.3.b, L.b, X-14, W.3.c: the requirements for the third-party audit, judged on the application day. */
export function auditCriteria(way: Way, audit: CountedAudit | null, { leadAuditors }: SoseFacts, on: Day): readonly SoseCriterion[] {
  const leads = leadAuditors.filter((lead) => lead.audit === audit?.id).sort((a, b) => (a.name < b.name ? -1 : 1));
  const nothing = noAudit(way, on);
  const heldBy = holdersOf(way);
  return questions.map(({ criterion, clauses, missing, judge }) =>
    criterionOf({ criterion, clauses, heldBy, missing: missing(on) }, audit ? judge({ audit, way, leads, on }) : nothing),
  );
}

/** No audit counts: none is known of the system, or the one on record earned no certificate. */
function noAudit({ system, uncertified }: Way, applicationDay: Day): Found {
  if (uncertified) {
    const why = because('sose-audit-without-certificate', { completedOn: uncertified.completedOn });
    return { ...notKnown(why, ...auditEvidence(uncertified)), heldBy: ['IHSA'] };
  }
  const none = { applicationDay };
  return notKnown(system === null ? because('sose-audit-none', none) : because('sose-audit-none-of-system', { ...none, system }));
}

/** The facts that each question about an audit needs. */
interface Asking {
  readonly audit: CountedAudit;
  readonly way: Way;
  readonly leads: readonly LeadAuditorFact[];
  readonly on: Day;
}

interface Question {
  readonly criterion: SoseCriterionKind;
  readonly clauses: readonly ClauseId[];
  readonly missing: (on: Day) => Because;
  readonly judge: (asking: Asking) => Found;
}

const questions: readonly Question[] = [
  { criterion: 'THIRD_PARTY_AUDIT', clauses: ['W.3.b'], missing: () => because('sose-need-audit'), judge: verifiedFound },
  { criterion: 'AUDIT_IN_TIME', clauses: ['L.a', 'X-1'], missing: auditInTime, judge: inTimeFound },
  { criterion: 'CERTIFICATION_BODY', clauses: ['L.b', 'X-14'], missing: () => because('sose-need-body'), judge: bodyFound },
  { criterion: 'LEAD_AUDITOR', clauses: ['X-14', 'X-1'], missing: () => because('sose-need-auditor'), judge: leadAuditorFound },
  { criterion: 'AUDIT_CLOSED', clauses: ['W.3.c', 'X-1'], missing: () => because('sose-need-closing'), judge: closedFound },
];

/** The last day on which an audit counts: the same day twelve months later, clipped to the month's end. */
export const lastDayFor = (completedOn: Day, on: Day): Day => addMonths(completedOn, valueOn(soseAuditMonths, on));

/** The days between which an audit that counts on the application day was completed. */
function auditInTime(on: Day): Because {
  const day = addMonths(on, -valueOn(soseAuditMonths, on));
  return because('sose-need-audit-in-time', { from: lastDayFor(day, on) < on ? addDays(day, 1) : day, to: on });
}

const auditEvidence = ({ id, completedOn, broughtBy, reAudit }: CountedAudit): readonly Evidence[] => [
  { kind: 'AUDIT', key: id, on: completedOn, broughtBy },
  ...(reAudit ? [{ kind: 'RE_AUDIT' as const, key: reAudit.id, on: reAudit.completedOn, broughtBy }] : []),
];

/** W.3.b: a third party found that the system meets its standard; with the older COR tool it found that of the older COR. */
function verifiedFound({ audit, way: { system } }: Asking): Found {
  const { completedOn, byThirdParty, tool, verified, reAudit } = audit;
  const evidence = auditEvidence(audit);
  if (!byThirdParty) return notMet(because('sose-audit-own-staff', { completedOn }), ...evidence);
  if (tool === 'COR' && system === 'COR_2020') {
    return { ...notMet(because('sose-audit-older-tool', { completedOn }), ...evidence), also: ['R-42'] };
  }
  if (verified === null) return notKnown(because('sose-audit-result-unknown', { completedOn }), ...evidence);
  if (!verified) return notMet(because('sose-audit-failed', { completedOn }), ...evidence);
  if (!reAudit) return met(because('sose-audit-verified', { completedOn }), ...evidence);
  return met(because('sose-audit-re-verified', { completedOn, reAuditOn: reAudit.completedOn }), ...evidence);
}

/** L.a, R-42: if only a re-audit of COR 2020 lies within the twelve months, no source says which of the two days counts. */
function inTimeFound({ audit, way, on }: Asking): Found {
  const { completedOn, reAudit } = audit;
  const lastDay = lastDayFor(completedOn, on);
  const evidence = auditEvidence(audit);
  if (on <= lastDay) return met(because('sose-audit-in-time', { completedOn, lastDay }), ...evidence);
  if (reAudit && way.system === 'COR_2020' && on <= lastDayFor(reAudit.completedOn, on)) {
    const why = because('sose-audit-in-time-by-re-audit', { completedOn, lastDay, reAuditOn: reAudit.completedOn });
    return { ...notKnown(why, ...evidence), also: ['R-42'], heldBy: ['MINISTRY'] };
  }
  return notMet(because('sose-audit-too-old', { completedOn, lastDay }), ...evidence);
}

/** L.b, X-14: which bodies are acceptable on the application day. */
function bodyFound({ audit, on }: Asking): Found {
  const { body, tool } = audit;
  const evidence = auditEvidence(audit);
  if (!body) return notKnown(because('sose-body-unknown'), ...evidence);
  const { name, kind } = body;
  const values = { body: name, kind };
  if (kind === 'IHSA' && tool === null) return notKnown(because('sose-body-unknown'), ...evidence);
  if (kind === 'OTHER_BODY') return notMet(because('sose-body-not-accepted', { body: name }), ...evidence);
  if (kind === 'IHSA') return met(because('sose-body-ihsa'), ...evidence);
  if (isAcceptable(kind, on)) return met(because('sose-body-accepted', values), ...evidence);
  return notMet(because('sose-body-accepted-later', { ...values, from: iso17021From }), ...evidence);
}

const isAcceptable = (kind: BodyKind, on: Day): boolean => kind !== 'ISO_17021_1_WITH_17021_10' || valueOn(iso17021Bodies, on);

const iso17021From: Day = iso17021Bodies.starts.find(({ value }) => value)?.from ?? BEGINNING;

/** certified, registered and in good standing on the audit day and on the closing day. */
function leadAuditorFound({ audit: { completedOn, closedOn }, leads, on }: Asking): Found {
  const [lead] = leads;
  if (!lead) return notKnown(because('sose-auditor-unknown', { completedOn }));
  const auditor = lead.name;
  const days = closedOn !== null && closedOn <= on ? [completedOn, closedOn] : [completedOn];
  const stated = days.filter((day) => inGoodStanding(leads, day) !== null);
  const evidence = stated.map((day): Evidence => ({ kind: 'LEAD_AUDITOR', key: auditor, on: day, broughtBy: lead.broughtBy }));
  const bad = days.find((day) => inGoodStanding(leads, day) === false);
  if (bad !== undefined) return notMet(because('sose-auditor-not-in-good-standing', { auditor, day: bad }), ...evidence);
  const unknown = days.find((day) => inGoodStanding(leads, day) === null);
  if (unknown !== undefined) return notKnown(because('sose-auditor-unknown-on', { auditor, day: unknown }), ...evidence);
  if (closedOn === null || closedOn > on) return notKnown(because('sose-auditor-before-closing', { auditor, completedOn }), ...evidence);
  return met(because('sose-auditor-in-good-standing', { auditor, completedOn, closedOn }), ...evidence);
}

/** What is stated about the day: a statement against outweighs one in favour; null if none covers it. */
function inGoodStanding(leads: readonly LeadAuditorFact[], day: Day): boolean | null {
  const said = leads.flatMap(({ standings }) => standings).filter(({ from, to }) => from <= day && (to === null || day <= to));
  return said.length === 0 ? null : said.every((each) => each.inGoodStanding);
}

/** W.3.c: its deficiencies are corrected and it is closed, on a known day. */
function closedFound({ audit, on }: Asking): Found {
  const { completedOn, closedOn, id, broughtBy } = audit;
  if (closedOn === null) return notKnown(because('sose-closing-unknown', { completedOn }), ...auditEvidence(audit));
  if (closedOn > on) return notMet(because('sose-closed-later', { completedOn, closedOn }), ...auditEvidence(audit));
  return met(because('sose-closed', { completedOn, closedOn }), { kind: 'AUDIT', key: id, on: closedOn, broughtBy });
}
