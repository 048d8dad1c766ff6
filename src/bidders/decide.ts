import type { Instant } from '../contract/scalars.ts';
import { othersBeside } from '../names/other-firms.ts';
import { mayMatchByPart } from '../names/parts.ts';
import type { FirmNames, NameScore } from '../names/score.ts';
import { isNameOnly, likenessToLegalName, searchedParts } from '../names/score.ts';
import type { Day } from '../rules/calendar.ts';
import { accountSource, verified } from '../verification/verification.source.ts';
import type { VisibleAccount } from '../verification/verify-accounts.service.ts';
import { asTyped } from './as-typed.ts';
import type { BidderRow } from './bidder.input.ts';
import type { CandidateSource, MatchSource, PartnerSource } from './bidder.source.ts';
import type { BidderStatus, CandidateReason } from './bidder.type.ts';
import { isNamed, isOfFirm, isSlip, nameAgrees } from './name-agrees.ts';
import { problemOf } from './problem.ts';
import type { ReadFirm, ReadRow } from './read-row.ts';
import { saysNone } from './typed-number.ts';

/** An account that a name may mean, and how similar its firm is. */
export interface LikeAccount extends NameScore {
  readonly account: VisibleAccount;
  /** The names of its firm; former names only if they are visible to the caller. */
  readonly names: FirmNames;
}

export type FirmAnswers = ReadonlyMap<ReadFirm, readonly LikeAccount[]>;

/** The accounts that a row's numbers find: the one that all of them find, or every one. */
export interface NumberAnswer {
  readonly accounts: readonly VisibleAccount[];
  readonly isOne: boolean;
}

/** What was found for the rows of a request: visible accounts only. */
export interface MeantAccounts {
  readonly on: Day;
  readonly knownAt: Instant;
  readonly byNumber: ReadonlyMap<ReadRow, NumberAnswer>;
  /** The accounts that the number behind a partner's name finds. */
  readonly byPartner: ReadonlyMap<ReadFirm, readonly VisibleAccount[]>;
  readonly firms: FirmAnswers;
}

/** A row with its position in the request. */
export interface AskedRow {
  readonly row: BidderRow;
  readonly at: number;
  readonly read: ReadRow;
}

/** How similar a partner's name must be for a number beside it to be its own. */
const RESEMBLES = 550_000;

/** The most candidates in an answer. */
const MOST_CANDIDATES = 5;

/** Decides what a row means. Only visible accounts and the form of the row count, so that a hidden account changes nothing. */
export function decide({ row, at, read: typed }: AskedRow, meant: MeantAccounts): MatchSource {
  const { accounts: byNumber, isOne } = meant.byNumber.get(typed) ?? { accounts: [], isOne: false };
  const read = asOneFirm(typed, meant);
  const partners = read.isJointVenture ? partnersOf(read, byNumber, meant) : [];
  const found = read.isJointVenture ? jointVenture(read, partners, byNumber) : firmAlone({ accounts: byNumber, isOne }, read, meant);
  const problem = problemOf(read, {
    isFound: byNumber.length > 0,
    hasCandidates: found.candidates.length > 0 || partners.length > 0,
    saysNone: !row.name?.trim() && saysNone(row.number),
  });
  const status = problem !== null && found.status === 'NO_MATCH' ? 'INVALID' : found.status;
  const agrees = agreement(read, byNumber, meant);
  return {
    row: at,
    reference: row.reference ?? null,
    name: row.name ?? null,
    number: row.number ?? null,
    ...found,
    notLookedFor: found.notLookedFor.map((text) => asTyped(text, row.name ?? '')),
    status,
    problem,
    nameAgrees: agrees,
    hasSlip: agrees === false && byNumber.every((account) => isSlip(read, account, meant.firms)),
    partners: partners.map((partner) => partnerAsTyped(partner, row.name ?? '')),
  };
}

const partnerAsTyped = (partner: PartnerSource, typed: string): PartnerSource => ({
  ...partner,
  name: asTyped(partner.name, typed),
  notLookedFor: partner.notLookedFor.map((text) => asTyped(text, typed)),
});

/** Of a row with a name whose number one account has: whether the two agree. */
function agreement(read: ReadRow, [account, ...others]: readonly VisibleAccount[], { firms }: MeantAccounts): boolean | null {
  return account && others.length === 0 && !read.isNumberAlone ? nameAgrees(read, account, firms) : null;
}

/**
 * A text that reads like a joint venture, or like a name with a number before it, may be a firm's exact legal name: Grand & Toy Inc. / Partners Ltd.;
 * 1000000 Islands Contracting Ltd.
 */
function asOneFirm(read: ReadRow, meant: MeantAccounts): ReadRow {
  if (read.whole === null || !(meant.firms.get(read.whole) ?? []).some(isExactly)) return read;
  const oneFirm = { ...read, firms: [read.whole], isJointVenture: false, others: [] };
  return read.isJointVenture ? oneFirm : { ...oneFirm, numbers: [], decides: 'ALWAYS', besides: [], nameText: read.whole.text };
}

const isExactly = ({ why, isWhole }: LikeAccount): boolean => why === 'EXACT_LEGAL_NAME' && isWhole;

type Found = Pick<PartnerSource, 'status' | 'candidates' | 'verification' | 'notLookedFor'>;

const nothing: Found = { status: 'NO_MATCH', candidates: [], verification: null, notLookedFor: [] };

/** A row of one firm: its number, if an account has it, and otherwise its name. */
const firmAlone = (byNumber: NumberAnswer, read: ReadRow, meant: MeantAccounts): Found =>
  byNumber.accounts.length > 0 ? numberFound(byNumber, read, meant) : nameAlone(read, meant);

/**
 * A number decides; if several accounts have it (G-1.2.b), another number in the row is not that of the same account, or another firm may be meant,
 * none is chosen, nor if the name is exactly the legal name of another firm. No other name is looked up.
 */
function numberFound({ accounts, isOne }: NumberAnswer, read: ReadRow, meant: MeantAccounts): Found {
  const [only] = accounts;
  const byName = isOne && read.decides === 'ALWAYS' && agreement(read, accounts, meant) === false ? exactlyNamed(read, meant) : [];
  if (byName.length > 0) return bothCandidates(accounts, byName);
  const notLookedFor = read.isNumberAlone ? [] : read.firms.flatMap(({ parts }) => parts.map(({ text }) => text));
  if (only && isOne && decides(read, only, meant))
    return { ...nothing, status: 'MATCHED', verification: verificationOf(only, meant), notLookedFor };
  return numberCandidates(accounts, notLookedFor);
}

/** Whether a number that one account has says alone that its firm is meant. */
const decides = (read: ReadRow, account: VisibleAccount, meant: MeantAccounts): boolean =>
  (read.decides === 'ALWAYS' && read.firms.every((firm) => read.besides.every((text) => isOfFirm(text, firm, account, meant.firms)))) ||
  (read.decides === 'IF_ITS_NAME' &&
    read.firms.every((firm) => firm.keys.length === 0 || resembles(firm, account)) &&
    isNameOnly(read.nameText, account.row.organizationName));

/** The accounts whose legal name a row has exactly, if its name alone could match. */
const exactlyNamed = ({ firms: [firm] }: ReadRow, meant: MeantAccounts): readonly LikeAccount[] =>
  ((firm && meant.firms.get(firm)) ?? []).filter(
    (each) => isExactly(each) || (each.why === 'EXACT_LEGAL_NAME' && mayMatchByPart(firm?.parts ?? [])),
  );

function bothCandidates(byNumber: readonly VisibleAccount[], byName: readonly LikeAccount[]): Found {
  const candidates = [
    ...byNumber.map((account) => candidate(account, 1_000_000, 'NUMBER')),
    ...byName.map(({ account, score, why }) => candidate(account, score, why)),
  ];
  return { ...nothing, status: 'AMBIGUOUS', candidates: candidates.slice(0, MOST_CANDIDATES) };
}

/** A name beside a number that nobody has never matches by itself: the two disagree. */
function nameAlone(read: ReadRow, meant: MeantAccounts): Found {
  const firm = read.firms[0] ?? read.company?.();
  return firm ? firmFound(firm, meant, read.numbers.length === 0) : nothing;
}

/**
 * MATCHED needs the exact legal name with its ending, and one account; any other name is AMBIGUOUS, even with one candidate. All that was typed comes before
 * a part of it.
 */
function firmFound(firm: ReadFirm, meant: MeantAccounts, mayMatch = true): Found {
  const accounts = meant.firms.get(firm) ?? [];
  const exact = accounts.some(isExactly) ? accounts.filter(isExactly) : accounts.filter(({ why }) => why === 'EXACT_LEGAL_NAME');
  const [only, ...others] = exact;
  if (mayMatch && only && others.length === 0 && (only.isWhole || mayMatchByPart(firm.parts))) {
    const beside = only.isWhole ? [] : firm.parts.filter(({ role }) => role !== 'NAME').map(({ text }) => text);
    return { ...nothing, status: 'MATCHED', verification: verificationOf(only.account, meant), notLookedFor: beside };
  }
  const notes = firm.parts.filter(({ role }) => role === 'NOTE').map(({ text }) => text);
  const candidates = accounts.slice(0, MOST_CANDIDATES).map(({ account, score, why }) => candidate(account, score, why));
  return { ...nothing, status: candidates.length > 0 ? 'AMBIGUOUS' : 'NO_MATCH', candidates, notLookedFor: notes };
}

/**
 * A number beside the names of a joint venture is that of the one partner whose own name it is; the others are looked up by their names. Beside a number
 * that nobody has, none matches.
 */
function partnersOf(read: ReadRow, byNumber: readonly VisibleAccount[], meant: MeantAccounts): readonly PartnerSource[] {
  const [account, ...others] = byNumber;
  const only = others.length === 0 ? account : undefined;
  const numbered = read.firms.find((firm) => firm.number === null && only && isPartner(firm, only, meant));
  const mayMatch = read.numbers.length === 0 || account !== undefined;
  const lookedUp = read.firms.map((firm): PartnerSource => {
    if (firm.number !== null) return { name: firm.typed, ...byOwnNumber(firm, meant) };
    if (firm !== numbered || !only) return { name: firm.typed, ...firmFound(firm, meant, mayMatch) };
    return { name: firm.typed, ...nothing, status: 'MATCHED', verification: verificationOf(only, meant) };
  });
  return [...lookedUp, ...read.others.map((name): PartnerSource => ({ name, ...nothing, status: 'AMBIGUOUS', notLookedFor: [name] }))];
}

/** a partner's own number decides for it if the name is that of the number's firm; where nobody has it, the name alone does not match. */
function byOwnNumber(firm: ReadFirm, meant: MeantAccounts): Found {
  const accounts = meant.byPartner.get(firm) ?? [];
  const [only, ...others] = accounts;
  if (!only) return firmFound(firm, meant, false);
  if (others.length === 0 && isPartner(firm, only, meant))
    return { ...nothing, status: 'MATCHED', verification: verificationOf(only, meant) };
  return numberCandidates(accounts);
}

/** Whether a partner's name is that of the firm that has a number, and no other may be named beside it. */
const isPartner = (firm: ReadFirm, account: VisibleAccount, { firms }: MeantAccounts): boolean =>
  isNamed(firm, account, firms) && othersBeside(firm.parts).every((text) => isOfFirm(text, firm, account, firms));

const numberCandidates = (accounts: readonly VisibleAccount[], notLookedFor: readonly string[] = []): Found => ({
  ...{ ...nothing, status: 'AMBIGUOUS', notLookedFor },
  candidates: accounts.slice(0, MOST_CANDIDATES).map((account) => candidate(account, 1_000_000, 'NUMBER')),
});

/** The partners together are as sure as the least sure of them, and never sure beside a number that is none of theirs. */
function jointVenture({ others, ownName }: ReadRow, partners: readonly PartnerSource[], byNumber: readonly VisibleAccount[]): Found {
  const isTheirs = byNumber.every(({ row }) => partners.some(({ verification }) => verification?.account()?.accountId === row.accountId));
  const status = weakest(isTheirs ? partners : [...partners, { status: 'AMBIGUOUS' }]);
  const candidates = isTheirs ? [] : byNumber.map((account) => candidate(account, 1_000_000, 'NUMBER'));
  return { ...nothing, status, candidates, notLookedFor: [...(ownName === null ? [] : [ownName]), ...others] };
}

const strength: readonly BidderStatus[] = ['INVALID', 'NO_MATCH', 'AMBIGUOUS', 'MATCHED'];

const weakest = (partners: readonly Pick<PartnerSource, 'status'>[]): BidderStatus =>
  partners.length === 0 ? 'NO_MATCH' : (strength[Math.min(...partners.map(({ status }) => strength.indexOf(status)))] ?? 'NO_MATCH');

const verificationOf = (account: VisibleAccount, { on, knownAt }: MeantAccounts) =>
  verified({ given: { account: accountSource(account.row).id }, on, knownAt }, account);

const candidate = ({ row }: VisibleAccount, score: number, why: CandidateReason): CandidateSource => ({
  score: Math.round(score / 1_000) / 1_000,
  why,
  wsibAccount: row.wsibAccount,
  organizationName: row.organizationName,
  city: row.city,
  account: accountSource(row),
});

/** Whether the name of a partner is similar to that of an account's organization. */
const resembles = ({ keys }: ReadFirm, { row }: VisibleAccount): boolean =>
  searchedParts(keys).some(({ name }) => likenessToLegalName(name, row.organizationName) >= RESEMBLES);
