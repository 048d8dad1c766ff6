import { auditOfFile } from '../audits/issuing.facts.ts';
import type { Day } from '../rules/calendar.ts';
import type { Standard } from '../rules/facts.ts';
import type { ProposedCertificate } from '../rules/recording/certificate-reading.ts';
import type { IssuingFacts } from '../rules/recording/issuing-facts.ts';

/** A caller's description of a certificate to issue. */
export interface GivenCertificate {
  readonly audit?: string | null;
  readonly standard?: Standard | null;
  readonly issuedOn?: Day | null;
}

/** The certificate that a caller wants issued; `field` is where the audit is given. BAD_USER_INPUT if it is no audit of the account. */
export function proposedCertificate(facts: IssuingFacts, given: GivenCertificate, today: Day, field: string): ProposedCertificate {
  const audit = auditOfFile(facts, given.audit ?? null, field);
  const standard = given.standard ?? facts.audits.find(({ id }) => id === audit)?.tool ?? 'COR_2020';
  return { standard, issuedOn: given.issuedOn ?? today, audit };
}
