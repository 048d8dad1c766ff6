import type { Day } from '../calendar.ts';
import type { AccountFacts, CertificateFact } from '../facts.ts';
import { externalAuditOf, isBy, lastOf } from './certificate-reading.ts';
import type { AuditNaming, AuditOnFile } from './issuing-facts.ts';

/** The facts for R-45. */
export interface AuditsAndNamings extends Pick<AccountFacts, 'certificates'> {
  readonly audits: readonly AuditOnFile[];
  readonly namings: readonly AuditNaming[];
}

/** The conductors of audits: ids of auditors and of companies. No company matches no other (G-3.4.a). */
export interface Makers {
  readonly auditors: readonly string[];
  readonly companies: readonly string[];
}

/**
 * the external audit before a given one, among those completed by a day: the later of the one that the last COR certificate names or, if it
 * names none, the last one completed between its predecessor's issue and its own; and any external audit since.
 */
export function auditNextBefore(
  facts: AuditsAndNamings,
  own: AuditOnFile | null,
  last: CertificateFact | null,
  until: Day,
): AuditOnFile | null {
  const earlier = facts.audits.filter(({ type, id, completedOn }) => type === 'EXTERNAL' && id !== own?.id && isBy(completedOn, until));
  const ofLast = last && auditOfCertificate(facts, last, earlier);
  // A certificate was issued on the given audit already: it is not the one before itself.
  if (own !== null && ofLast?.id === own.id) return lastOf(earlier, ({ completedOn }) => completedOn);
  const since = ofLast?.completedOn ?? last?.issuedOn ?? '';
  return lastOf(earlier, ({ completedOn }) => (completedOn !== null && completedOn > since ? completedOn : null)) ?? ofLast;
}

function auditOfCertificate(
  facts: AuditsAndNamings,
  { number, issuedOn }: CertificateFact,
  earlier: readonly AuditOnFile[],
): AuditOnFile | null {
  const naming = facts.namings.find(({ document }) => document === number);
  const named = facts.audits.find(({ id }) => id === naming?.audit);
  if (named) return externalAuditOf(named, facts.audits);
  const predecessor = previousIssue(facts.certificates, issuedOn);
  return lastOf(earlier, ({ completedOn }) =>
    completedOn !== null && predecessor <= completedOn && completedOn <= issuedOn ? completedOn : null,
  );
}

const previousIssue = (certificates: readonly CertificateFact[], issuedOn: Day): Day =>
  certificates
    .filter((certificate) => certificate.basis === 'EXTERNAL_AUDIT' && certificate.issuedOn < issuedOn)
    .map((certificate) => certificate.issuedOn)
    .sort()
    .at(-1) ?? '';

/** who conducted an external audit or any re-audit that belongs to it. */
export const makersOfWhole = (audit: AuditOnFile, audits: readonly AuditOnFile[]): Makers =>
  makersOf([audit, ...audits.filter((each) => each.type === 'RE_AUDIT' && externalAuditOf(each, audits)?.id === audit.id)]);

/** Who conducted some audits. */
export const makersOf = (audits: readonly (AuditOnFile | null)[]): Makers => ({
  auditors: audits.flatMap((audit) => audit?.auditor ?? []),
  companies: audits.flatMap((audit) => audit?.auditingCompany ?? []),
});

/** Whether two lists of ids share one. */
export const share = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));
