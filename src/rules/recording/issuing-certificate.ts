import type { Day } from '../calendar.ts';
import { because, type Reason, type Refusal } from '../decision.ts';
import { type CertificateReading, type ProposedCertificate, readCertificate } from './certificate-reading.ts';
import { auditFindings } from './earned-by-audit.ts';
import { setAside } from './exception.ts';
import { auditorFindings } from './external-auditor.ts';
import { type Finding, met, missed, missing, objectionsAmong } from './finding.ts';
import { firstProcessFindings } from './first-process.ts';
import { certificateObjections, wsibFinding } from './issuing.ts';
import type { ExceptionFact, IssuingFacts } from './issuing-facts.ts';
import { renewalFindings, restartFindings } from './next-cycle.ts';
import { refusalOf } from './objections.ts';

export type { ProposedCertificate } from './certificate-reading.ts';

/** Whether a document may be issued: every clause that forbids it, and every other clause that was consulted. */
export interface IssuingDecision {
  /** Null if it may be issued. */
  readonly refusal: Refusal | null;
  /** What is met, what is not known here, and what an exception sets aside. */
  readonly reasons: readonly Reason[];
}

/** What a certificate rests on: ids of records of its account; null for a kind it does not rest on. */
export interface CertificateSupport {
  /** The external audit or re-audit that it names. */
  readonly audit: string | null;
  /** For a re-audit: the external audit that failed before it. */
  readonly failedAudit: string | null;
  readonly internalAudit: string | null;
  readonly yearOneAudit: string | null;
  readonly registration: string | null;
}

/** Whether a certificate may be issued, and what it rests on. */
export interface CertificateDecision extends IssuingDecision {
  readonly restsOn: CertificateSupport;
}

/** G-2.4.h, R-39, R-44: whether a certificate may be issued, judged on its day of issue. */
export function decideCertificate(
  facts: IssuingFacts,
  proposed: ProposedCertificate,
  today: Day,
  exception: ExceptionFact | null = null,
): CertificateDecision {
  const reading = readCertificate(facts, proposed);
  const { standard, issuedOn } = proposed;
  const objections = certificateObjections(facts, { standard, issuedOn, hasWsibAccount: facts.hasWsibAccount }, today);
  return { ...decide([...objections.map(missed), ...supportFindings(reading)], exception), restsOn: supportOf(reading) };
}

/** the decision from the findings; an exception sets some of them aside. */
export function decide(findings: readonly Finding[], exception: ExceptionFact | null): IssuingDecision {
  const { kept, reasons } = setAside(findings, exception);
  const others = kept.filter(({ state }) => state !== 'MISSING').map(({ reason }) => reason);
  return { refusal: refusalOf(objectionsAmong(kept)), reasons: [...others, ...reasons] };
}

/** What the certificate rests on: its registration, its audit and auditor, what precedes them in its cycle, and WSIB's report. */
export function supportFindings(reading: CertificateReading): readonly Finding[] {
  return [
    ...registrationFindings(reading),
    ...auditFindings(reading),
    ...(reading.cycle === 'RENEWAL' ? renewalFindings(reading) : firstProcessFindings(reading)),
    ...restartFindings(reading),
    ...auditorFindings(reading),
    wsibFinding(reading.facts, reading.issuedOn),
  ];
}

/** G-2.1.a, G-2.5.a, R-13: a registration is in effect; for a renewal, one confirmed after the day of the last COR certificate. */
function registrationFindings({ registration, cycle, last, issuedOn }: CertificateReading): readonly Finding[] {
  const clause = cycle === 'RENEWAL' ? 'G-2.5.a' : 'G-2.1.a';
  if (registration) return [met(clause, because('rests-on-registration', { confirmedOn: registration.confirmedOn }))];
  // After a loss, R-13 already says so.
  if (cycle === 'AFTER_LOSS') return [];
  if (cycle === 'FIRST' || last === null) return [missing(clause, because('refused-unregistered', { issuedOn }), 'REGISTRATION_NEEDED')];
  const { number: certificate, issuedOn: certifiedOn } = last.certificate;
  return [missing(clause, because('refused-renewal-unregistered', { certificate, certifiedOn, issuedOn }), 'REGISTRATION_NEEDED')];
}

function supportOf({ named, external, internal, yearOne, registration, cycle }: CertificateReading): CertificateSupport {
  return {
    audit: named?.id ?? null,
    failedAudit: named?.type === 'RE_AUDIT' ? (external?.id ?? null) : null,
    internalAudit: cycle === 'RENEWAL' ? null : (internal?.id ?? null),
    yearOneAudit: cycle === 'RENEWAL' ? (yearOne?.id ?? null) : null,
    registration: registration?.id ?? null,
  };
}
