import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { readHistory } from '../standing/history.ts';
import { auditNextBefore, makersOfWhole, share } from './audit-next-before.ts';
import type { AuditingFacts, AuditLife } from './auditing-facts.ts';
import { externalAuditOf } from './certificate-reading.ts';
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

/**
 * G-3.4.a, R-5: neither the auditor nor the company conducted the previous external audit. A re-audit belongs to its audit, whose auditor may return,
 * but not that of the audit before it.
 */
export function consecutiveObjections(facts: AuditingFacts, audit: AuditLife, maker: Maker, on: Day): readonly Objection[] {
  const external = externalAuditOf(audit, facts.audits);
  if (external === null) return [];
  const until = external.id === audit.id ? on : (external.completedOn ?? on);
  const last = readHistory(facts).certificates.findLast(({ isEquivalency, certificate }) => !isEquivalency && certificate.issuedOn <= on);
  const before = auditNextBefore(facts, external, last?.certificate ?? null, until);
  if (before === null) return [];
  const { auditors, companies } = makersOfWhole(before, facts.audits);
  const completedOn = before.completedOn ?? '';
  const against = (why: ReturnType<typeof because>) => objection('AUDITOR_NOT_POSSIBLE', 'G-3.4.a', why);
  return [
    ...(share(listed(maker.auditor), auditors) ? [against(because('audit-same-auditor', { completedOn }))] : []),
    ...(share(listed(maker.company), companies) ? [against(because('audit-same-company', { completedOn }))] : []),
  ];
}

const listed = (id: string | null): readonly string[] => (id === null ? [] : [id]);
