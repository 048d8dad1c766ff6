import { addMonths } from '../calendar.ts';
import { lastScoreBy, usesToolInForce } from '../cycle/known-audit.ts';
import { because } from '../decision.ts';
import { reauditMonths, valueOn } from '../parameters.ts';
import { type CertificateReading, isBy, reportReceivedOn } from './certificate-reading.ts';
import { either, type Finding, met, missing } from './finding.ts';
import type { AuditOnFile } from './issuing-facts.ts';

/** G-2.4.h: a certificate rests on its external audit, or the re-audit: passed, reported, approved, and used for no other. */
export function auditFindings(reading: CertificateReading): readonly Finding[] {
  const { named } = reading;
  if (named === null) return [missing('G-2.4.h', because('refused-audit-unnamed'), 'AUDIT_NEEDED')];
  if (named.type !== 'EXTERNAL' && named.type !== 'RE_AUDIT') {
    return [missing('G-2.4.h', because('refused-audit-not-external'), 'AUDIT_DOES_NOT_SUPPORT')];
  }
  return [
    ...earlierUse(named, reading),
    ...completion(named, reading),
    score(named, reading),
    ...report(named, reading),
    ...tool(named, reading),
    ...reAuditFindings(named, reading),
  ];
}

/** G-2.4.h: one audit earns one certificate. */
function earlierUse({ id }: AuditOnFile, { facts }: CertificateReading): readonly Finding[] {
  const numbers = new Set(facts.certificates.map(({ number }) => number));
  const [naming] = facts.namings.filter(({ audit, document }) => audit === id && numbers.has(document));
  return naming ? [missing('G-2.4.h', because('refused-audit-used', { certificate: naming.document }), 'ALREADY_ISSUED')] : [];
}

/** an audit is completed on its last day on site, which has come by the day of issue. */
const completion = ({ completedOn }: AuditOnFile, { issuedOn }: CertificateReading): readonly Finding[] =>
  isBy(completedOn, issuedOn) ? [] : [missing('G-2.4.h', because('refused-audit-uncompleted', { issuedOn }), 'AUDIT_DOES_NOT_SUPPORT')];

/** G-2.3, R-34, R-48: its scores pass; they count from the day of the report, and those of an appeal from its decision. */
function score(named: AuditOnFile, { issuedOn }: CertificateReading): Finding {
  const { completedOn, reportedOn } = named;
  const code = 'AUDIT_DOES_NOT_SUPPORT';
  if (!isBy(reportedOn, issuedOn)) return missing('G-2.3', because('refused-audit-result-unknown', { issuedOn }), code);
  const last = lastScoreBy(named.laterScores, issuedOn);
  if (last) {
    const { on } = last;
    return either(
      last.passed === true,
      'G-2.3',
      because('rests-on-last-score', { on }),
      because('refused-letter-audit-failed', { on }),
      code,
    );
  }
  const { passed } = named;
  if (passed === null) return missing('G-2.3', because('refused-audit-unscored', { reportedOn }), code);
  const completed = completedOn ?? reportedOn;
  return either(
    passed,
    'G-2.3',
    because('rests-on-passed-audit', { completedOn: completed }),
    because('external-audit-failed', { reportedOn }),
    code,
  );
}

/** G-3.4.b: the audit was reported, and IHSA approved the report, before anything follows from it. */
function report({ reportedOn, reportApprovedOn }: AuditOnFile, { issuedOn }: CertificateReading): readonly Finding[] {
  const code = 'AUDIT_DOES_NOT_SUPPORT';
  if (!isBy(reportedOn, issuedOn)) return [missing('G-3.4.b', because('refused-audit-unreported', { issuedOn }), code)];
  if (!isBy(reportApprovedOn, issuedOn)) return [missing('G-3.4.b', because('refused-report-unapproved', { issuedOn }), code)];
  return [met('G-3.4.b', because('rests-on-approved-report', { approvedOn: reportApprovedOn }))];
}

/** the standard was possible on the audit's day; a re-audit has the tool of its audit and the day of its audit. */
function tool(named: AuditOnFile, { standard, external }: CertificateReading): readonly Finding[] {
  const code = 'AUDIT_DOES_NOT_SUPPORT';
  const findings: Finding[] = [];
  if (named.tool !== standard) findings.push(missing('G-2.4.h', because('refused-audit-tool', { tool: named.tool, standard }), code));
  if (external === null) return findings;
  const { completedOn } = external;
  if (external.tool !== named.tool) {
    findings.push(missing('X-4', because('refused-re-audit-tool', { tool: named.tool, other: external.tool }), code));
  }
  if (completedOn !== null) {
    const yes = because('rests-on-tool', { tool: external.tool, day: completedOn });
    findings.push(either(usesToolInForce(external), 'X-4', yes, because('audit-tool-outdated', { day: completedOn }), code));
  }
  return findings;
}

/** G-2.4.i, R-3: a re-audit follows a failed external audit and is completed within six months of receiving its report. */
function reAuditFindings(named: AuditOnFile, { external, issuedOn }: CertificateReading): readonly Finding[] {
  if (named.type !== 'RE_AUDIT') return [];
  const receivedOn = external && reportReceivedOn(external);
  if (external === null || external.passed !== false || !isBy(receivedOn, issuedOn)) {
    return [missing('G-2.4.i', because('refused-re-audit-without-audit'), 'AUDIT_DOES_NOT_SUPPORT')];
  }
  const { completedOn } = named;
  if (completedOn === null) return [];
  const dueOn = addMonths(receivedOn, valueOn(reauditMonths, receivedOn));
  const isInTime = receivedOn <= completedOn && completedOn <= dueOn;
  const values = { completedOn, receivedOn, dueOn };
  return [either(isInTime, 'G-2.4.i', because('rests-on-re-audit', values), because('refused-re-audit-late', values))];
}
