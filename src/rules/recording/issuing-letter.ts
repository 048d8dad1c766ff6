import type { Day } from '../calendar.ts';
import type { AuditorLacks } from '../cycle/training.ts';
import { because } from '../decision.ts';
import type { Standard } from '../facts.ts';
import { type CertificateHistory, readHistory } from '../standing/history.ts';
import { isBy } from './certificate-reading.ts';
import { either, type Finding, met, missed, missing } from './finding.ts';
import { letterObjections } from './issuing.ts';
import { decide, type IssuingDecision } from './issuing-certificate.ts';
import type { AuditOnFile, ExceptionFact, IssuingFacts } from './issuing-facts.ts';

/** A Letter of Good Standing that staff want to issue. */
export interface ProposedLetter {
  /** Number of the certificate it is for. */
  readonly certificate: string;
  readonly year: 2 | 3;
  readonly issuedOn: Day;
  /** The id of the maintenance or transition audit that it names. */
  readonly audit: string | null;
}

/** G-2.4.k, R-39, R-44: whether a letter may be issued, judged on its day of issue. The facts must contain its certificate. */
export function decideLetter(
  facts: IssuingFacts,
  proposed: ProposedLetter,
  today: Day,
  exception: ExceptionFact | null = null,
): IssuingDecision {
  const objections = letterObjections(facts, proposed, today);
  return decide([...objections.map(missed), ...letterSupportFindings(facts, proposed)], exception);
}

/** G-2.4.j, G-2.4.k, G-2.3: what the letter rests on. An equivalency certificate has no letters, so nothing is required. */
export function letterSupportFindings(facts: IssuingFacts, proposed: ProposedLetter): readonly Finding[] {
  const life = readHistory(facts).certificates.find(({ certificate }) => certificate.number === proposed.certificate);
  if (!life || life.isEquivalency) return [];
  const audit = facts.audits.find(({ id }) => id === proposed.audit);
  if (!audit) return [missing('G-2.4.j', because('refused-letter-audit-unnamed'), 'AUDIT_NEEDED')];
  const code = 'AUDIT_DOES_NOT_SUPPORT';
  if (audit.type !== 'MAINTENANCE' && audit.type !== 'TRANSITION') {
    return [missing('G-2.4.j', because('refused-letter-audit-kind'), code)];
  }
  return [
    ...earlierUse(audit, facts),
    submission(audit, life, proposed),
    ...conduct(audit, proposed.issuedOn),
    ...tool(audit, standardOn(life, proposed.issuedOn)),
    review(audit, proposed.issuedOn),
    lastScore(audit, proposed.issuedOn),
  ];
}

/** G-2.4.k: one audit yields one letter. */
function earlierUse({ id }: AuditOnFile, { certificates, namings }: IssuingFacts): readonly Finding[] {
  const numbers = new Set(certificates.flatMap(({ letters }) => letters.map(({ number }) => number)));
  const naming = namings.find(({ audit, document }) => audit === id && numbers.has(document));
  return naming ? [missing('G-2.4.k', because('refused-letter-audit-used', { letter: naming.document }), 'ALREADY_ISSUED')] : [];
}

/** G-2.4.j, R-35: received after the certificate's day; for year 3 after the first anniversary, and after the letter for year 2. */
function submission(
  { receivedOn }: AuditOnFile,
  { certificate, letterTerms }: CertificateHistory,
  { year, issuedOn }: ProposedLetter,
): Finding {
  const [second] = letterTerms;
  const after = year === 2 ? certificate.issuedOn : laterOf(second.due, second.letter?.issuedOn ?? second.due);
  if (isBy(receivedOn, issuedOn) && receivedOn > after) return met('G-2.4.j', because('rests-on-maintenance-audit', { receivedOn }));
  return missing(
    'G-2.4.j',
    because('refused-letter-audit-not-received', { after, issuedOn, year: String(year) }),
    'AUDIT_DOES_NOT_SUPPORT',
  );
}

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/** G-2.4.j, G-4.1: made by an internal auditor who was qualified on its first day, and signed off. What nobody recorded is missing. */
function conduct(audit: AuditOnFile, issuedOn: Day): readonly Finding[] {
  const { isByQualifiedAuditor, auditorLacks, retrainingSince, signedOffOn } = audit;
  return [
    ...(isByQualifiedAuditor === null
      ? unjudgedAuditor(audit)
      : [either(isByQualifiedAuditor, 'G-2.4.j', because('rests-on-qualified-auditor'), unqualified(auditorLacks)), ...role(auditorLacks)]),
    ...(retrainingSince ? [missing('G-4.2', because('refused-internal-auditor-retraining', { requiredOn: retrainingSince }))] : []),
    isBy(signedOffOn, issuedOn)
      ? met('G-2.4.j', because('rests-on-sign-off', { on: signedOffOn }))
      : missing('G-2.4.j', because('refused-internal-unsigned', { issuedOn })),
  ];
}

const unqualified = (lacks: AuditorLacks | undefined) =>
  lacks && lacks.courses.length > 0
    ? because('refused-internal-auditor-untrained', { courses: lacks.courses.join(',') })
    : because('refused-internal-auditor-unqualified');

/** G-3.3.a: the role that the internal auditor did not have. */
const role = (lacks: AuditorLacks | undefined): readonly Finding[] => (lacks?.role ? [missing('G-2.4.j', lacks.role.because)] : []);

/** What is not recorded, so that the internal auditor cannot be judged: who it was, the first day, or both. */
function unjudgedAuditor({ internalAuditor, startedOn }: AuditOnFile): readonly Finding[] {
  const isDayTheOnlyOne = internalAuditor !== null && startedOn === null;
  return [
    ...(isDayTheOnlyOne ? [] : [missing('G-2.4.j', because('refused-internal-auditor-unrecorded'))]),
    ...(startedOn === null ? [missing('G-2.4.j', because('refused-internal-audit-unstarted'))] : []),
  ];
}

/** from a transition letter on, the certification is held to COR 2020. */
const standardOn = ({ certificate, transitionLetter }: CertificateHistory, day: Day): Standard =>
  transitionLetter !== null && transitionLetter.issuedOn < day ? 'COR_2020' : certificate.standard;

/** G-2.4.j, F-24, R-14: conducted with the tool of the certification; with that of COR 2020 on a COR certificate it is a transition audit. */
function tool({ type, tool: used }: AuditOnFile, standard: Standard): readonly Finding[] {
  const isTransition = type === 'TRANSITION' && used === 'COR_2020';
  if (used === standard || isTransition) return [];
  const why =
    used === 'COR_2020' ? because('refused-letter-transition') : because('refused-audit-tool-of-letter', { tool: used, standard });
  return [missing(used === 'COR_2020' ? 'F-24' : 'G-2.4.j', why, 'AUDIT_DOES_NOT_SUPPORT')];
}

/** G-2.4.k: IHSA reviewed it. */
const review = ({ reviewedOn }: AuditOnFile, issuedOn: Day): Finding =>
  isBy(reviewedOn, issuedOn)
    ? met('G-2.4.k', because('rests-on-review', { on: reviewedOn }))
    : missing('G-2.4.k', because('refused-letter-unreviewed', { issuedOn }));

/** G-2.3, G-2.4.k: the last of its scores by the letter's day passes. */
function lastScore({ reportedOn, passed, laterScores }: AuditOnFile, issuedOn: Day): Finding {
  const code = 'AUDIT_DOES_NOT_SUPPORT';
  const first = isBy(reportedOn, issuedOn) ? [{ on: reportedOn, passed }] : [];
  const later = laterScores.filter(({ on }) => on <= issuedOn).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const last = [...first, ...later].at(-1);
  if (!last || last.passed === null) return missing('G-2.3', because('refused-letter-audit-unscored', { issuedOn }), code);
  return either(
    last.passed,
    'G-2.3',
    because('rests-on-last-score', { on: last.on }),
    because('refused-letter-audit-failed', { on: last.on }),
    code,
  );
}
