import type { CandidateSource, MatchSource, PartnerSource } from '../bidders/bidder.source.ts';
import type { BidderProblem } from '../bidders/bidder.type.ts';
import type { Instant } from '../contract/scalars.ts';
import { errorInFrench } from '../errors-french.ts';
import { looksLikeSentences } from '../identifiers/looks-like.ts';
import type { ProvenDocument } from '../proof/proof.service.ts';
import { statementOf } from '../proof/statement.ts';
import type { Because, Reason } from '../rules/decision.ts';
import { render } from '../rules/messages/messages.ts';
import type { ListedSystem, TenderWarning } from '../rules/tender/warning.ts';
import { nameOfRoute } from '../tenders/requirement.input.ts';
import type { CheckSource } from '../tenders/requirement.service.ts';
import type { SubjectProblem } from '../verification/subject.ts';
import { adviceFor, meaningOf, type VerificationSource } from '../verification/verification.source.ts';
import {
  type KeptAnswer,
  type KeptCandidate,
  type KeptProblem,
  type KeptReason,
  type KeptSystem,
  type KeptWarning,
  nothingSaid,
  type Sentence,
} from './kept-answer.ts';

/** An answer with the accounts that it is about, candidates included. */
export interface AnsweredRow {
  readonly answer: KeptAnswer;
  readonly accountIds: readonly string[];
  /** The instant as known at which it was read; null where no account was. */
  readonly knownAt: Instant | null;
}

/** What `verify` says, as it is kept. */
export function keptVerification(source: VerificationSource): AnsweredRow {
  const { certificate, letterOfGoodStanding, biddingDocument, candidates, problem } = source;
  const { standing, consideredCertified, wsibAccount, isFormerWsibAccount, organizationName, city } = source;
  const { basis, standard, since, holdsUntil, then } = source;
  const account = source.account();
  const accounts = account ? [account] : candidates;
  const advice = adviceFor(source);
  return {
    accountIds: accounts.map(({ accountId }) => accountId),
    knownAt: accounts.length > 0 ? source.knownAt : null,
    answer: {
      ...nothingSaid,
      ...{ standing, consideredCertified, wsibAccount, isFormerWsibAccount, organizationName, city },
      ...{ basis, standard, since, holdsUntil, then },
      problem: problem && keptProblemOfSubject(problem),
      candidates: candidates.map(({ named: { organizationName: name, city: of }, wsibAccount: number }) => ({
        ...{ score: null, why: 'NUMBER', wsibAccount: number, organizationName: name, city: of },
      })),
      certificateNumber: certificate?.number ?? null,
      certificateIssuedOn: certificate?.issuedOn ?? null,
      certificateEndsOn: certificate?.endsOn ?? null,
      letterNumber: letterOfGoodStanding?.number ?? null,
      letterYear: letterOfGoodStanding?.year ?? null,
      letterIssuedOn: letterOfGoodStanding?.issuedOn ?? null,
      biddingDocumentNumber: biddingDocument?.number ?? null,
      biddingDocumentLastDay: biddingDocument?.lastDay ?? null,
      consequence: sentence(meaningOf(source)),
      advice: advice && sentence(advice),
      reasons: source.consulted().map(keptReason),
    },
  };
}

function keptProblemOfSubject({ field, expected, looksLike }: SubjectProblem): KeptProblem {
  const message =
    expected === null ? looksLikeSentence(looksLike ?? 'NOTHING_TO_READ') : { en: expected, fr: errorInFrench(expected) ?? expected };
  return { field, looksLike, message };
}

const looksLikeSentence = (looksLike: BidderProblem['looksLike']): Sentence => sentence({ id: looksLikeSentences[looksLike], values: {} });

/** What `matchBidders` says of a row, as it is kept. */
export function keptMatch(match: MatchSource): AnsweredRow {
  const partners = match.partners.map((partner) => keptFirm(partner, partner.name));
  const own = keptFirm(match, null);
  const { problem, nameAgrees } = match;
  const said = { ...own.answer, nameAgrees, partners: partners.map(({ answer }) => answer) };
  return {
    accountIds: [...own.accountIds, ...partners.flatMap(({ accountIds }) => accountIds)],
    knownAt: [own, ...partners].find(({ knownAt }) => knownAt !== null)?.knownAt ?? null,
    answer: problem === null ? said : { ...said, problem: { ...problem, message: looksLikeSentence(problem.looksLike) } },
  };
}

type Firm = Pick<PartnerSource, 'status' | 'verification' | 'candidates' | 'notLookedFor'>;

function keptFirm({ status, verification, candidates, notLookedFor }: Firm, name: string | null): AnsweredRow {
  const verified = verification && keptVerification(verification);
  return {
    accountIds: [...(verified?.accountIds ?? []), ...candidates.map(({ account }) => account.accountId)],
    knownAt: verified?.knownAt ?? null,
    answer: { ...(verified?.answer ?? nothingSaid), status, name, candidates: candidates.map(keptCandidate), notLookedFor },
  };
}

const keptCandidate = ({ score, why, wsibAccount, organizationName, city }: CandidateSource): KeptCandidate => ({
  ...{ score, why, wsibAccount, organizationName, city },
});

/** What `checkRequirement` says of a row, as it is kept: the clauses are those of the requirement, for each partner of a joint venture too. */
export function keptCheck({ match, verification, partners, warned, documentOf, ...check }: CheckSource): AnsweredRow {
  const { answer, ...of } = verification === null ? keptMatch(match) : keptSubject(match, verification);
  const checked = answer.partners.map((partner, at) => (partners[at] ? withCheck(partner, partners[at]) : partner));
  return {
    ...of,
    accountIds: documentOf === null ? of.accountIds : [...of.accountIds, documentOf],
    answer: {
      ...withCheck(answer, check),
      warning: warned && keptWarning(warned),
      systems: warned?.systems.map(keptSystem) ?? null,
      partners: checked,
    },
  };
}

/** A subject is answered as `verify` answers it, with whether an account has its number. */
function keptSubject({ status }: MatchSource, verification: VerificationSource): AnsweredRow {
  const { answer, ...of } = keptVerification(verification);
  return { ...of, answer: { ...answer, status } };
}

function withCheck(answer: KeptAnswer, { decision, firstDayAtRisk, firstDayNotMet }: Checked): KeptAnswer {
  const { outcome, route, document, reasons, cure, ask } = decision;
  const said = cure ?? ask;
  return {
    ...answer,
    ...{ outcome, route: route && nameOfRoute(route), document, firstDayAtRisk, firstDayNotMet },
    ...{ cure: cure && sentence(cure), ask: ask && sentence(ask) },
    consequence: said ? sentence(said) : answer.consequence,
    reasons: reasons.map(keptReason),
    standingReasons: answer.reasons,
  };
}

type Checked = Pick<CheckSource, 'decision' | 'firstDayAtRisk' | 'firstDayNotMet'>;

const keptWarning = ({ because, notNamed, notKnown }: TenderWarning): KeptWarning => ({ message: sentence(because), notNamed, notKnown });

const keptSystem = ({ id, certainty, isNamed, source, checkedOn }: ListedSystem): KeptSystem => ({
  ...{ system: id, isKnown: certainty !== 'unsure', isNamed, source, checkedOn },
});

/** What `proof` says of a document, as it is kept. */
export function keptProof(proven: ProvenDocument | null): AnsweredRow {
  if (proven === null)
    return { accountIds: [], knownAt: null, answer: { ...nothingSaid, consequence: sentence({ id: 'proof-never-issued', values: {} }) } };
  const { proof, accountId } = proven;
  const { organizationName, wsibAccount, standard, basis } = proof;
  const { number, kind, holderAgrees, issuedOn, year, expiresOn, state, supersededBy, inEffect, effectiveUntil } = proof;
  const consequence = { en: sentence(statementOf(proof, 'en')).en, fr: sentence(statementOf(proof, 'fr')).fr };
  const kept = { number, kind, holderAgrees, issuedOn, year, expiresOn, state, supersededBy, inEffect, effectiveUntil };
  return {
    accountIds: [accountId],
    knownAt: null,
    answer: { ...nothingSaid, organizationName, wsibAccount, standard, basis, consequence, proof: kept },
  };
}

const sentence = ({ id, values }: Because): Sentence => ({ en: render('en', id, values), fr: render('fr', id, values) });

const keptReason = ({ clause, holds, decides, because }: Reason): KeptReason => ({ clause, holds, decides, because: sentence(because) });
