import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { readHistory } from '../standing/history.ts';
import type { AuditingFacts, AuditLife } from './auditing-facts.ts';
import type { AuditorOnFile, Span } from './issuing-facts.ts';
import { type Objection, objection } from './objections.ts';

const covers = ({ from, to }: Span, on: Day): boolean => from <= on && (to === null || on <= to);

/** G-2.4.g, G-3.4.a, G-4.5: why an auditor may not work on an audit on a day. */
export function auditorObjections(auditor: AuditorOnFile, on: Day): readonly Objection[] {
  const { listed, removedOn, consulting, askedToWithdraw } = auditor;
  const against = (clause: 'G-2.4.g' | 'G-3.4.a' | 'R-17', why: ReturnType<typeof because>) =>
    objection('AUDITOR_NOT_POSSIBLE', clause, why);
  const engagement = consulting.find((span) => covers(span, on));
  const request = askedToWithdraw.find((span) => covers(span, on));
  return [
    ...(listed.some((span) => covers(span, on)) ? [] : [against('G-2.4.g', because('audit-auditor-unlisted', { on }))]),
    ...(removedOn !== null && removedOn <= on ? [against('R-17', because('audit-auditor-removed', { removedOn }))] : []),
    ...(engagement ? [against('G-3.4.a', because('audit-auditor-consults', { from: engagement.from, on }))] : []),
    ...(request ? [against('G-3.4.a', because('audit-auditor-asked-to-withdraw', { from: request.from }))] : []),
  ];
}

/** The auditor of an audit and the company; no company matches no other. */
export interface Maker {
  readonly auditor: string | null;
  readonly company: string | null;
}

/** G-3.4.a, R-5: neither the auditor nor the company conducted the previous external audit. A re-audit belongs to its audit. */
export function consecutiveObjections(facts: AuditingFacts, audit: AuditLife, maker: Maker, on: Day): readonly Objection[] {
  if (audit.type !== 'EXTERNAL') return [];
  const before = auditNextBefore(facts, audit, on);
  if (before === null) return [];
  const made = [before, ...facts.audits.filter(({ reAuditOf }) => reAuditOf === before.id)];
  const completedOn = before.completedOn ?? '';
  const against = (why: ReturnType<typeof because>) => objection('AUDITOR_NOT_POSSIBLE', 'G-3.4.a', why);
  const isSame = (mine: string | null, theirs: (each: AuditLife) => string | null) =>
    mine !== null && made.some((each) => theirs(each) === mine);
  return [
    ...(isSame(maker.auditor, (each) => each.auditor) ? [against(because('audit-same-auditor', { completedOn }))] : []),
    ...(isSame(maker.company, (each) => each.auditingCompany) ? [against(because('audit-same-company', { completedOn }))] : []),
  ];
}

/**
 * the last external audit since the last COR certificate; if there is none, the one that the certificate names; if it names none, the last one
 * completed between its predecessor's issue and its own.
 */
export function auditNextBefore(facts: AuditingFacts, audit: AuditLife, on: Day): AuditLife | null {
  const externals = facts.audits.filter(({ type, id, completedOn }) => type === 'EXTERNAL' && id !== audit.id && isBy(completedOn, on));
  const certificates = readHistory(facts)
    .certificates.filter(({ isEquivalency, certificate }) => !isEquivalency && certificate.issuedOn <= on)
    .map(({ certificate }) => certificate);
  const last = certificates.at(-1);
  const since = externals.filter(({ completedOn }) => !last || (completedOn ?? '') > last.issuedOn);
  if (!last || since.length > 0) return lastCompleted(since);
  const named = facts.namings.find(({ document }) => document === last.number)?.audit;
  const ofLast = facts.audits.find(({ id }) => id === named);
  if (ofLast) return facts.audits.find(({ id }) => id === ofLast.reAuditOf) ?? ofLast;
  const predecessor = certificates.at(-2)?.issuedOn ?? '';
  return lastCompleted(externals.filter(({ completedOn }) => (completedOn ?? '') >= predecessor));
}

const lastCompleted = (audits: readonly AuditLife[]): AuditLife | null =>
  audits.toSorted((a, b) => (`${a.completedOn} ${a.id}` < `${b.completedOn} ${b.id}` ? -1 : 1)).at(-1) ?? null;

/** Whether something happened by a day. */
export const isBy = (day: Day | null, by: Day): day is Day => day !== null && day <= by;
