import type { Day } from '../calendar.ts';
import type { RegistrationFact, Standard } from '../facts.ts';
import { type CertificateHistory, readHistory, registrationStands } from '../standing/history.ts';
import type { AuditOnFile, IssuingFacts } from './issuing-facts.ts';

/** A Certificate of Recognition that staff want to issue after an external audit (G-2.4.h). */
export interface ProposedCertificate {
  readonly standard: Standard;
  readonly issuedOn: Day;
  /** The id of the external audit, or re-audit, that it names. */
  readonly audit: string | null;
}

/** Which cycle a certificate begins: the first, one after a loss, or the next of a current certification. */
export type Cycle = 'FIRST' | 'AFTER_LOSS' | 'RENEWAL';

/** What a proposed certificate would rest on, read once from the facts. */
export interface CertificateReading extends Omit<ProposedCertificate, 'audit'> {
  readonly facts: IssuingFacts;
  readonly cycle: Cycle;
  /** The last COR certificate before it, not counting equivalencies. */
  readonly last: CertificateHistory | null;
  /** The earliest registration in effect on its day; for a renewal, among those confirmed after the last certificate's day. */
  readonly registration: RegistrationFact | null;
  /** The audit it names. */
  readonly named: AuditOnFile | null;
  /** the external audit that the named audit is or, if it is a re-audit, belongs to. */
  readonly external: AuditOnFile | null;
  /** The initial internal audit before the external one. */
  readonly internal: AuditOnFile | null;
  /** G-2.5.b: the internal audit of the new cycle's first year, preferably the one that was shown. */
  readonly yearOne: AuditOnFile | null;
}

/** Reads what the issue of a certificate rests on (G-2.4.b to G-2.4.i, R-45): the audits it names or follows, as on record by the day of issue. */
export function readCertificate(facts: IssuingFacts, { standard, issuedOn, audit }: ProposedCertificate): CertificateReading {
  const last = lastCertificate(facts, issuedOn);
  const cycle = cycleAfter(last, issuedOn);
  const named = facts.audits.find(({ id }) => id === audit) ?? null;
  const external = named && externalAuditOf(named, facts.audits);
  const internal = external && internalAuditBefore(external, facts.audits);
  const yearOne = last && yearOneAudit(facts.audits, last.certificate.issuedOn, external?.completedOn ?? issuedOn);
  return {
    facts,
    standard,
    issuedOn,
    cycle,
    last,
    registration: registrationFor(facts, cycle, last, issuedOn),
    named,
    external,
    internal,
    yearOne,
  };
}

/** The last COR certificate issued before a day; equivalencies have no cycle. */
export const lastCertificate = (facts: IssuingFacts, day: Day): CertificateHistory | null =>
  readHistory(facts).certificates.findLast(({ isEquivalency, certificate }) => !isEquivalency && certificate.issuedOn < day) ?? null;

function cycleAfter(last: CertificateHistory | null, issuedOn: Day): Cycle {
  if (last === null) return 'FIRST';
  return last.loss !== null && last.loss.on <= issuedOn ? 'AFTER_LOSS' : 'RENEWAL';
}

function registrationFor(facts: IssuingFacts, cycle: Cycle, last: CertificateHistory | null, issuedOn: Day): RegistrationFact | null {
  const standing = readHistory(facts).registrations.filter(
    (each) => each.registration.confirmedOn <= issuedOn && registrationStands(each, issuedOn),
  );
  const after = cycle === 'RENEWAL' && last ? last.certificate.issuedOn : '';
  return standing.find(({ registration }) => registration.confirmedOn > after)?.registration ?? null;
}

/** the external audit that an audit is or, if it is a re-audit, belongs to: the recorded one, else the last one completed by then. */
export function externalAuditOf(audit: AuditOnFile, audits: readonly AuditOnFile[]): AuditOnFile | null {
  if (audit.type === 'EXTERNAL') return audit;
  if (audit.type !== 'RE_AUDIT') return null;
  const externals = audits.filter(({ type }) => type === 'EXTERNAL');
  if (audit.reAuditOf !== null) return externals.find(({ id }) => id === audit.reAuditOf) ?? null;
  return lastOf(externals, ({ completedOn }) => (completedOn !== null && completedOn <= (audit.completedOn ?? '') ? completedOn : null));
}

/** the last submission before the external audit began counts. */
function internalAuditBefore(external: AuditOnFile, audits: readonly AuditOnFile[]): AuditOnFile | null {
  const start = external.startedOn ?? external.completedOn;
  const initial = audits.filter(({ type }) => type === 'INITIAL_INTERNAL');
  return lastOf(initial, ({ receivedOn }) => (receivedOn !== null && start !== null && receivedOn <= start ? receivedOn : null));
}

/** G-2.5.b: one that was shown by the external audit's last day on site comes before one that was shown later, or not at all. */
function yearOneAudit(audits: readonly AuditOnFile[], after: Day, completedOn: Day): AuditOnFile | null {
  const ofTheCycle = audits.filter((audit) => audit.type === 'RECERTIFICATION_INTERNAL' && (lastDayOf(audit) ?? '') > after);
  return (
    lastOf(ofTheCycle, ({ shownToAuditorOn }) => (isBy(shownToAuditorOn, completedOn) ? shownToAuditorOn : null)) ??
    lastOf(ofTheCycle, ({ shownToAuditorOn }) => shownToAuditorOn) ??
    lastOf(ofTheCycle, lastDayOf)
  );
}

/** The last recorded day of the work on an audit. */
export const lastDayOf = ({ startedOn, completedOn, receivedOn, shownToAuditorOn }: AuditOnFile): Day | null =>
  completedOn ?? receivedOn ?? startedOn ?? shownToAuditorOn;

/** The last of some audits by one of their days; on the same day, the one with the greater id. Audits without the day do not count. */
export function lastOf(audits: readonly AuditOnFile[], dayOf: (audit: AuditOnFile) => Day | null): AuditOnFile | null {
  const dated = audits.filter((audit) => dayOf(audit) !== null).toSorted((a, b) => (keyOf(a, dayOf) < keyOf(b, dayOf) ? -1 : 1));
  return dated.at(-1) ?? null;
}

const keyOf = (audit: AuditOnFile, dayOf: (audit: AuditOnFile) => Day | null): string => `${dayOf(audit)} ${audit.id}`;

/** the day the report was received or, if not recorded, the report's date. */
export const reportReceivedOn = (audit: AuditOnFile): Day | null => audit.reportReceivedOn ?? audit.reportedOn;

/** Whether something happened by a day. */
export const isBy = (day: Day | null, by: Day): day is Day => day !== null && day <= by;
