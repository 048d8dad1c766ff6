import { because, type Reason, type Refusal } from '../decision.ts';
import { readCertificate } from './certificate-reading.ts';
import { setAside } from './exception.ts';
import { type Finding, objectionsAmong } from './finding.ts';
import { supportFindings } from './issuing-certificate.ts';
import type { AuditNaming, ExceptionFact, IssuingFacts } from './issuing-facts.ts';
import { letterSupportFindings } from './issuing-letter.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/**
 * why what certificates and letters rest on may not be changed; null if it may. An issued document keeps what it rests on: a refusal that it
 * would get after the change, and did not get before, refuses the change, unless an exception sets it aside.
 */
export const refuseLostSupport = (before: IssuingFacts, after: IssuingFacts, exception: ExceptionFact | null): Refusal | null =>
  refusalOf(before.namings.flatMap((naming) => objectionsFor(naming, before, after, exception)));

/** The documents that a change would expose to a new refusal. */
export const documentsLosingSupport = (before: IssuingFacts, after: IssuingFacts): readonly string[] =>
  before.namings.filter((naming) => newlyMissing(naming, before, after).length > 0).map(({ document }) => document);

function objectionsFor(
  naming: AuditNaming,
  before: IssuingFacts,
  after: IssuingFacts,
  exception: ExceptionFact | null,
): readonly Objection[] {
  const objections = objectionsAmong(setAside(newlyMissing(naming, before, after), exception).kept);
  const [first] = objections;
  if (!first) return [];
  const { document } = naming;
  return [objection('STILL_NEEDED', first.reason.clause, because('refused-document-rests-on-it', { document })), ...objections];
}

function newlyMissing(naming: AuditNaming, before: IssuingFacts, after: IssuingFacts): readonly Finding[] {
  const known = new Set(missingFor(naming, before).map(nameOf));
  return missingFor(naming, after).filter((finding) => !known.has(nameOf(finding)));
}

const nameOf = ({ reason: { clause, because: why } }: Finding): string => `${clause} ${why.id}`;

/** A condition of issuing that a document on record does not meet. */
export interface MissingCondition {
  /** Number of the certificate or letter. */
  readonly document: string;
  readonly reason: Reason;
}

/** G-2.4.h, G-2.4.k: what the documents that name an audit would be refused for on their own day, except for what an exception set aside. */
export const missingConditions = (facts: IssuingFacts): readonly MissingCondition[] =>
  facts.namings.flatMap((naming) =>
    missingFor(naming, facts)
      .filter(({ reason }) => !isExcepted(naming, reason, facts))
      .map(({ reason }) => ({ document: naming.document, reason })),
  );

const isExcepted = ({ document }: AuditNaming, { clause }: Reason, { certificates }: IssuingFacts): boolean =>
  certificates
    .flatMap((certificate) => [certificate, ...certificate.letters])
    .filter(({ number }) => number === document)
    .some(({ exceptions = [] }) => exceptions.some(({ clauses }) => clauses.includes(clause)));

/** Why a document would be refused on its own day, if it were issued on these facts; nothing once it is removed. */
const missingFor = (naming: AuditNaming, facts: IssuingFacts): readonly Finding[] =>
  findingsFor(naming, facts).filter(({ state }) => state === 'MISSING');

function findingsFor({ document, audit }: AuditNaming, facts: IssuingFacts): readonly Finding[] {
  const without = withoutDocument(facts, document);
  const certificate = facts.certificates.find(({ number }) => number === document);
  if (certificate) {
    const { standard, issuedOn } = certificate;
    return supportFindings(readCertificate(without, { standard, issuedOn, audit }));
  }
  return facts.certificates.flatMap(({ number, letters }) => {
    const letter = letters.find((each) => each.number === document);
    if (!letter || letter.year === 1) return [];
    return letterSupportFindings(without, { certificate: number, year: letter.year, issuedOn: letter.issuedOn, audit });
  });
}

/** The facts as if a document had not been issued. */
const withoutDocument = (facts: IssuingFacts, document: string): IssuingFacts => ({
  ...facts,
  namings: facts.namings.filter((naming) => naming.document !== document),
  certificates: facts.certificates
    .filter(({ number }) => number !== document)
    .map((certificate) => ({ ...certificate, letters: certificate.letters.filter(({ number }) => number !== document) })),
});

/** G-2.4.h, G-2.4.k, G-2.4.i: why an audit may not be removed, whatever happened: documents name it, re-audits belong to it; null if it may. */
export const refuseAuditRemoval = (facts: IssuingFacts, audit: string): Refusal | null =>
  refusalOf([
    ...facts.namings.filter((naming) => naming.audit === audit).map(({ document }) => namedBy(facts, document)),
    ...facts.audits
      .filter(({ reAuditOf }) => reAuditOf === audit)
      .map(() => objection('STILL_NEEDED', 'G-2.4.i', because('refused-audit-has-re-audit'))),
  ]);

function namedBy({ certificates }: IssuingFacts, document: string): Objection {
  const clause = certificates.some(({ number }) => number === document) ? 'G-2.4.h' : 'G-2.4.k';
  return objection('STILL_NEEDED', clause, because('refused-audit-named', { document }));
}
