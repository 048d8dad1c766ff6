import type { MatchSource, PartnerSource } from '../bidders/bidder.source.ts';
import type { Instant } from '../contract/scalars.ts';
import { type ProvenDocument } from '../proof/proof.service.ts';
import { statementOf } from '../proof/statement.ts';
import type { Day } from '../rules/calendar.ts';
import type { Because, Reason } from '../rules/decision.ts';
import { render } from '../rules/messages/messages.ts';
import { nameOfRoute } from '../tenders/requirement.input.ts';
import type { CheckSource } from '../tenders/requirement.service.ts';
import { meaningOf, type VerificationSource } from '../verification/verification.source.ts';

/** A sentence as it was said, in both languages. */
export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

/** A clause that was consulted, word for word. */
export interface KeptReason {
  readonly clause: string;
  readonly holds: boolean;
  readonly decides: boolean;
  readonly because: Sentence;
}

/** What was said of a row, as it is kept. Days are `YYYY-MM-DD`. */
export interface KeptAnswer {
  /** Of `matchBidders` and `checkRequirement`. */
  readonly status: string | null;
  readonly standing: string | null;
  readonly consideredCertified: boolean | null;
  readonly wsibAccount: string | null;
  readonly organizationName: string | null;
  readonly city: string | null;
  readonly basis: string | null;
  readonly standard: string | null;
  readonly certificateNumber: string | null;
  readonly certificateIssuedOn: Day | null;
  readonly letterNumber: string | null;
  readonly biddingDocumentNumber: string | null;
  readonly since: Day | null;
  readonly holdsUntil: Day | null;
  readonly then: string | null;
  /** Of `checkRequirement`. */
  readonly outcome: string | null;
  readonly route: string | null;
  readonly document: string | null;
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
  readonly consequence: Sentence | null;
  readonly reasons: readonly KeptReason[];
  /** Of `proof`; null where no document has the number. */
  readonly proof: KeptProof | null;
  /** The partners of a joint venture. */
  readonly partners: readonly KeptAnswer[];
}

/** What was said of a document, as it is kept. */
export type KeptProof = Pick<
  ProvenDocument['proof'],
  'number' | 'kind' | 'holderAgrees' | 'issuedOn' | 'year' | 'expiresOn' | 'state' | 'supersededBy' | 'inEffect' | 'effectiveUntil'
>;

/** An answer with the accounts that it is about. */
export interface AnsweredRow {
  readonly answer: KeptAnswer;
  readonly accountIds: readonly string[];
  /** The instant as known at which it was read; null where no account was. */
  readonly knownAt: Instant | null;
}

const nothing: KeptAnswer = {
  status: null,
  standing: null,
  consideredCertified: null,
  wsibAccount: null,
  organizationName: null,
  city: null,
  basis: null,
  standard: null,
  certificateNumber: null,
  certificateIssuedOn: null,
  letterNumber: null,
  biddingDocumentNumber: null,
  since: null,
  holdsUntil: null,
  then: null,
  outcome: null,
  route: null,
  document: null,
  firstDayAtRisk: null,
  firstDayNotMet: null,
  consequence: null,
  reasons: [],
  proof: null,
  partners: [],
};

/** What `verify` says, as it is kept. */
export function keptVerification(source: VerificationSource): AnsweredRow {
  const { certificate, letterOfGoodStanding, biddingDocument, account } = source;
  const { standing, consideredCertified, wsibAccount, organizationName, city, basis, standard, since, holdsUntil, then } = source;
  return {
    accountIds: account ? [account.accountId] : [],
    knownAt: account ? source.knownAt : null,
    answer: {
      ...nothing,
      ...{ standing, consideredCertified, wsibAccount, organizationName, city, basis, standard, since, holdsUntil, then },
      certificateNumber: certificate?.number ?? null,
      certificateIssuedOn: certificate?.issuedOn ?? null,
      letterNumber: letterOfGoodStanding?.number ?? null,
      biddingDocumentNumber: biddingDocument?.number ?? null,
      consequence: sentence(meaningOf(source)),
      reasons: source.consulted().map(keptReason),
    },
  };
}

/** What `matchBidders` says of a row, as it is kept. */
export function keptMatch(match: MatchSource): AnsweredRow {
  const partners = match.partners.map(keptFirm);
  const own = keptFirm(match);
  return {
    accountIds: [...own.accountIds, ...partners.flatMap(({ accountIds }) => accountIds)],
    knownAt: [own, ...partners].find(({ knownAt }) => knownAt !== null)?.knownAt ?? null,
    answer: { ...own.answer, partners: partners.map(({ answer }) => answer) },
  };
}

function keptFirm({ status, verification }: Pick<PartnerSource, 'status' | 'verification'>): AnsweredRow {
  const verified = verification && keptVerification(verification);
  return {
    accountIds: verified?.accountIds ?? [],
    knownAt: verified?.knownAt ?? null,
    answer: { ...(verified?.answer ?? nothing), status },
  };
}

/** What `checkRequirement` says of a row, as it is kept: the clauses are those of the requirement, for each partner of a joint venture too. */
export function keptCheck({ match, partners, ...check }: CheckSource): AnsweredRow {
  const { answer, ...of } = keptMatch(match);
  const checked = answer.partners.map((partner, at) => (partners[at] ? withCheck(partner, partners[at]) : partner));
  return { ...of, answer: { ...withCheck(answer, check), partners: checked } };
}

function withCheck(answer: KeptAnswer, { decision, firstDayAtRisk, firstDayNotMet }: Checked): KeptAnswer {
  const { outcome, route, document, reasons, cure, ask } = decision;
  const said = cure ?? ask;
  return {
    ...answer,
    ...{ outcome, route: route && nameOfRoute(route), document, firstDayAtRisk, firstDayNotMet },
    consequence: said ? sentence(said) : answer.consequence,
    reasons: reasons.map(keptReason),
  };
}

type Checked = Pick<CheckSource, 'decision' | 'firstDayAtRisk' | 'firstDayNotMet'>;

/** What `proof` says of a document, as it is kept. */
export function keptProof(proven: ProvenDocument | null): AnsweredRow {
  if (proven === null)
    return { accountIds: [], knownAt: null, answer: { ...nothing, consequence: sentence({ id: 'proof-never-issued', values: {} }) } };
  const { proof, accountId } = proven;
  const { organizationName, wsibAccount, standard, basis } = proof;
  const { number, kind, holderAgrees, issuedOn, year, expiresOn, state, supersededBy, inEffect, effectiveUntil } = proof;
  const consequence = { en: sentence(statementOf(proof, 'en')).en, fr: sentence(statementOf(proof, 'fr')).fr };
  const kept = { number, kind, holderAgrees, issuedOn, year, expiresOn, state, supersededBy, inEffect, effectiveUntil };
  return {
    accountIds: [accountId],
    knownAt: null,
    answer: { ...nothing, organizationName, wsibAccount, standard, basis, consequence, proof: kept },
  };
}

const sentence = ({ id, values }: Because): Sentence => ({ en: render('en', id, values), fr: render('fr', id, values) });

const keptReason = ({ clause, holds, decides, because }: Reason): KeptReason => ({ clause, holds, decides, because: sentence(because) });

/**
 * The fields in which two answers differ. Sentences follow from the others, so a change of their words alone is none. A receipt from before a field was
 * kept has none of it.
 */
export function differences(said: KeptAnswer, now: KeptAnswer): readonly string[] {
  const names = Object.keys(nothing).filter((name): name is keyof KeptAnswer => !ofTheirOwn.includes(name));
  const own = names.filter((name) => (said[name] ?? null) !== (now[name] ?? null));
  const isOfClauses = clausesOf(said) !== clausesOf(now);
  const isOfPartners =
    said.partners.length !== now.partners.length ||
    said.partners.some((partner, at) => differences(partner, now.partners[at] ?? nothing).length > 0);
  const ofProof = differencesOfProof(said.proof ?? null, now.proof ?? null);
  return [...own, ...ofProof, ...(isOfClauses ? ['reasons'] : []), ...(isOfPartners ? ['partners'] : [])];
}

/** Fields that are compared in a way of their own, or not at all. */
const ofTheirOwn = ['consequence', 'reasons', 'proof', 'partners'];

function differencesOfProof(said: KeptProof | null, now: KeptProof | null): readonly string[] {
  if (said === null || now === null) return said === now ? [] : ['proof'];
  const names = Object.keys(now).filter((name): name is keyof KeptProof => name in now);
  return names.filter((name) => (said[name] ?? null) !== (now[name] ?? null)).map((name) => `proof.${name}`);
}

const clausesOf = ({ reasons }: KeptAnswer): string =>
  JSON.stringify(reasons.map(({ clause, holds, decides }) => [clause, holds, decides]));
