import { addDays, type Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { auditNextBefore, makersOf, makersOfWhole, share } from './audit-next-before.ts';
import { type CertificateReading, isBy } from './certificate-reading.ts';
import { either, type Finding, met, missing, notKnown } from './finding.ts';
import type { AuditOnFile, AuditorOnFile, Span } from './issuing-facts.ts';

const code = 'AUDITOR_NOT_POSSIBLE';

/** G-2.4.g, G-3.4.a, G-4.5: who conducted the external audit, and its re-audit if that is named; and whether its plan was approved. */
export function auditorFindings(reading: CertificateReading): readonly Finding[] {
  const { external, named } = reading;
  if (external === null || named === null) return [];
  const made = named.id === external.id ? [external] : [external, named];
  return [...made.flatMap((audit) => auditorOf(audit, reading)), ...plan(external), ...notTwiceInARow(reading)];
}

/** On each day of the audit the auditor was on the approved list, not removed, no consultant of the organization, and not asked to withdraw. */
function auditorOf({ auditor: id, startedOn, completedOn }: AuditOnFile, { facts }: CertificateReading): readonly Finding[] {
  if (id === null) return [missing('G-2.4.g', because('refused-auditor-unrecorded'), code)];
  const auditor = facts.auditors.find((each) => each.id === id);
  if (!auditor) return [missing('G-2.4.g', because('refused-auditor-unknown'), code)];
  if (completedOn === null) return [];
  const days = { from: startedOn ?? completedOn, to: completedOn };
  const values = { startedOn: days.from, completedOn };
  return [
    either(
      isWithin(days, auditor.listed),
      'G-2.4.g',
      because('rests-on-listed-auditor', values),
      because('refused-auditor-unlisted', values),
      code,
    ),
    removal(auditor, days.to),
    ...independence(auditor, days),
  ];
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** G-4.5, R-17: new work of an auditor is refused from the day of the removal. */
function removal({ removedOn }: AuditorOnFile, completedOn: Day): Finding {
  if (!isBy(removedOn, completedOn)) return met('G-4.5', because('rests-on-auditor-in-program', { completedOn }));
  return missing('G-4.5', because('refused-auditor-removed', { removedOn }), code);
}

const consults = ({ from, to }: Span) =>
  to === null ? because('refused-auditor-consults', { from }) : because('refused-auditor-consulted', { from, to });

/** G-3.4.a: not someone who consults for the organization, and not someone IHSA asked to withdraw for a conflict. */
function independence({ consulting, askedToWithdraw }: AuditorOnFile, days: Days): readonly Finding[] {
  const engagement = consulting.find((span) => overlaps(span, days));
  const request = askedToWithdraw.find((span) => overlaps(span, days));
  if (!engagement && !request) return [met('G-3.4.a', because('rests-on-independent-auditor'))];
  return [
    ...(engagement ? [missing('G-3.4.a', consults(engagement), code)] : []),
    ...(request ? [missing('G-3.4.a', because('refused-auditor-withdrawal', { from: request.from }), code)] : []),
  ];
}

const overlaps = ({ from, to }: Span, days: Days): boolean => from <= days.to && (to === null || to >= days.from);

/** Whether the spans together cover all the days; one that follows directly on another leaves no gap. */
function isWithin({ from, to }: Days, spans: readonly Span[]): boolean {
  let next = from;
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.from > next || next > to) break;
    if (span.to === null) return true;
    if (span.to >= next) next = addDays(span.to, 1);
  }
  return next > to;
}

/** G-2.4.g: IHSA approved the plan no later than the day of the start. A re-audit needs no plan. */
function plan({ planApprovedOn, startedOn }: AuditOnFile): readonly Finding[] {
  if (startedOn === null) return [missing('G-2.4.g', because('refused-audit-unstarted'))];
  if (planApprovedOn === null) return [missing('G-2.4.g', because('refused-plan-unapproved', { startedOn }))];
  const values = { approvedOn: planApprovedOn, startedOn };
  return [either(planApprovedOn <= startedOn, 'G-2.4.g', because('rests-on-plan', values), because('refused-plan-late', values))];
}

/** G-3.4.a, R-5, R-45: neither the auditor nor the company made the external audit next before, passed or failed. */
function notTwiceInARow({ facts, external, named, last, issuedOn }: CertificateReading): readonly Finding[] {
  const before = auditNextBefore(facts, external, last?.certificate ?? null, external?.completedOn ?? issuedOn);
  if (before === null) return [notKnown('R-45', because('no-audit-before'))];
  const day = before.completedOn ?? '';
  const now = makersOf([external, named]);
  const then = makersOfWhole(before, facts.audits);
  const findings: Finding[] = [];
  if (share(now.auditors, then.auditors)) findings.push(missing('G-3.4.a', because('refused-same-auditor', { completedOn: day }), code));
  if (share(now.companies, then.companies)) findings.push(missing('G-3.4.a', because('refused-same-company', { completedOn: day }), code));
  if (findings.length > 0) return findings;
  if (before.auditor === null) return [notKnown('R-45', because('auditor-before-unknown', { completedOn: day }))];
  return [met('G-3.4.a', because('rests-on-other-auditor', { completedOn: day }))];
}
