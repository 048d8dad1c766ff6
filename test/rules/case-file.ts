import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type {
  AccountFacts,
  BiddingDocumentFact,
  CertificateFact,
  LetterFact,
  RegistrationFact,
  RevocationFact,
  SpotCheckFact,
  TransitionAuditFact,
} from '../../src/rules/facts.ts';

type Compact<Fact, Needed extends keyof Fact> = Partial<Fact> & Pick<Fact, Needed>;
type CompactLetter = Compact<LetterFact, 'year' | 'issuedOn'>;
type CompactCertificate = Omit<Compact<CertificateFact, 'issuedOn'>, 'letters'> & { letters?: CompactLetter[] };

/** The facts of one account as an analyst writes them. Default for each: none. */
export interface CompactFacts {
  registrations?: Compact<RegistrationFact, 'confirmedOn'>[];
  certificates?: CompactCertificate[];
  biddingDocuments?: Compact<BiddingDocumentFact, 'kind' | 'issuedOn'>[];
  spotChecks?: Compact<SpotCheckFact, 'receivedOn'>[];
  revocations?: Compact<RevocationFact, 'from'>[];
  transitionAudits?: Compact<TransitionAuditFact, 'completedOn'>[];
}

/** The cases of one file in this folder. The caller names their type, and the runner's assertions check it. */
export const casesOf = <Case>(file: string): Case[] =>
  parse(readFileSync(new URL(file, import.meta.url), 'utf8'), { merge: true, maxAliasCount: -1 });

/** The facts written out in full: C1, C2 … for certificates, C1-Y2 for a letter, B1 for a bidding document, S1 for a spot check. */
export const factsOf = (compact: CompactFacts): AccountFacts => ({
  registrations: numbered(compact.registrations, (given, n) => ({ id: `R${n}`, withdrawnOn: null, ...given })),
  certificates: numbered(compact.certificates, certificateOf),
  biddingDocuments: numbered(compact.biddingDocuments, (given, n) => ({ number: `B${n}`, hostExpiresOn: null, ...given })),
  spotChecks: numbered(compact.spotChecks, (given, n) => ({ id: `S${n}`, correctiveAction: true, events: [], ...given })),
  revocations: numbered(compact.revocations, (given, n) => ({ id: `V${n}`, liftedOn: null, ...given })),
  transitionAudits: numbered(compact.transitionAudits, (given, n) => ({ id: `T${n}`, ...given })),
});

function certificateOf(given: CompactCertificate, n: number): CertificateFact {
  const number = given.number ?? `C${n}`;
  const letters = (given.letters ?? []).map((letter) => ({ number: `${number}-Y${letter.year}`, ...letter }));
  return { standard: 'COR_2020', basis: 'EXTERNAL_AUDIT', ...given, number, letters };
}

const numbered = <Given, Fact>(given: Given[] | undefined, fact: (given: Given, n: number) => Fact): Fact[] =>
  (given ?? []).map((one, index) => fact(one, index + 1));
