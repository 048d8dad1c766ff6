import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { type FirmNames, scoreOf, searchedParts } from '../names/score.ts';
import type { Day } from '../rules/calendar.ts';
import type { VisibleAccount, VisibleAnswer } from '../verification/verify-accounts.service.ts';
import { verifyAccounts } from '../verification/verify-accounts.service.ts';
import type { BidderRow } from './bidder.input.ts';
import type { MatchSource } from './bidder.source.ts';
import { decide, type FirmAnswers, type LikeAccount, type MeantAccounts, type NumberAnswer } from './decide.ts';
import { type FoundFirm, findFirms, isLikeEnough } from './found-firms.ts';
import { type ReadFirm, type ReadRow, RowReader } from './read-row.ts';
import type { TypedNumber } from './typed-number.ts';

/** The day asked about (default: today) and the instant as of which records count (default: now). */
export interface AskedOf {
  readonly on: Day | null;
  readonly knownAt: Instant | null;
}

/** The same with the day. */
type AskedDay = Pick<MeantAccounts, 'on'> & Pick<AskedOf, 'knownAt'>;

/** The account that a row means, if there is one, beside the row's answer. */
export interface MatchedRow {
  readonly read: ReadRow;
  readonly match: MatchSource;
}

/**
 * Matches rows with accounts and verifies them on the day: three statements for all names, one for all accounts and numbers, and two for numbers alone that
 * no visible account has. A name that occurs in several rows is looked up once.
 */
export async function matchRows(context: Context, rows: readonly BidderRow[], { on, knownAt }: AskedOf): Promise<readonly MatchedRow[]> {
  const asked = { on: on ?? context.today, knownAt };
  const reader = new RowReader();
  const read = rows.map((row) => reader.read(row));
  const firms = [...new Set(read.flatMap(({ whole, firms: each }) => (whole ? [whole, ...each] : each)))];
  const found = await findFirms(context, firms, asked);
  const answers = await withCompanies(context, read, await answersOf(context, read, found, asked), asked);
  return read.map((each, at) => ({ read: each, match: decide({ row: rows[at] ?? {}, at, read: each }, answers) }));
}

/** The answer to `matchBidders`. */
export const matchBidders = async (context: Context, rows: readonly BidderRow[], asked: AskedOf): Promise<readonly MatchSource[]> =>
  (await matchRows(context, rows, asked)).map(({ match }) => match);

/** The accounts of the rows' numbers and of the firms found: loaded together, in one statement. */
async function answersOf(context: Context, read: readonly ReadRow[], found: Found, asked: AskedDay): Promise<MeantAccounts> {
  const ids = accountsOf(found);
  const numbers = [...new Set(read.flatMap(numbersOf))];
  const [byNumber, byId] = await Promise.all([
    Promise.all(numbers.map(({ subjects }) => (subjects.length > 0 ? verifyAccounts(context, subjects, asked) : null))),
    accountsById(context, ids, asked),
  ]);
  const firms = firmAnswers(found, ids, byId);
  const foundBy = new Map(numbers.map((number, at) => [number, byNumber[at]?.accounts ?? []]));
  return {
    on: asked.on,
    knownAt: knownAtOf([...byNumber, ...byId], asked.knownAt, context),
    byNumber: new Map(read.map((row) => [row, numberAnswer(row, foundBy)])),
    byPartner: new Map(read.flatMap((row) => row.firms.map((firm) => [firm, (firm.number && foundBy.get(firm.number)) ?? []] as const))),
    firms,
  };
}

type Found = ReadonlyMap<ReadFirm, readonly FoundFirm[]>;

const accountsOf = (found: Found): readonly string[] => [
  ...new Set([...found.values()].flatMap((firms) => firms.flatMap(({ organization }) => organization.accounts))),
];

const accountsById = (context: Context, ids: readonly string[], asked: AskedDay): Promise<readonly VisibleAnswer[]> =>
  Promise.all(ids.map((value) => verifyAccounts(context, [{ kind: 'account', value }], asked)));

function firmAnswers(found: Found, ids: readonly string[], byId: readonly VisibleAnswer[]): FirmAnswers {
  const accounts = new Map(ids.map((id, at) => [id, byId[at]?.accounts[0] ?? null]));
  return new Map([...found].map(([firm, each]) => [firm, visibleFirms(firm, each, accounts)]));
}

/**
 * Numbers without a name that no visible account has may be the names of numbered companies: two more statements, the same for hidden numbers as for
 * unknown ones.
 */
async function withCompanies(context: Context, read: readonly ReadRow[], answers: MeantAccounts, asked: AskedDay): Promise<MeantAccounts> {
  const missed = read.filter((row) => answers.byNumber.get(row)?.accounts.length === 0);
  const found = await findFirms(
    context,
    missed.flatMap(({ company }) => (company === null ? [] : [company()])),
    asked,
  );
  const ids = accountsOf(found);
  const firms = firmAnswers(found, ids, await accountsById(context, ids, asked));
  return { ...answers, firms: new Map([...answers.firms, ...firms]) };
}

/** All numbers of a row, those of partners among them. */
const numbersOf = ({ numbers, remark, firms }: ReadRow): readonly TypedNumber[] =>
  [...numbers, remark, ...firms.map(({ number }) => number)].filter((number) => number !== null);

/** The one account that each number of a row finds; otherwise all that any of them finds. */
function numberAnswer({ numbers, remark }: ReadRow, found: ReadonlyMap<TypedNumber, readonly VisibleAccount[]>): NumberAnswer {
  const numbered = (number: TypedNumber | null) => (number && found.get(number)) ?? [];
  const each = [...numbers.map(numbered), ...(numbered(remark).length > 0 ? [numbered(remark)] : [])];
  const byId = new Map(each.flat().map((account) => [account.row.accountId, account]));
  const ofAll = [...byId.values()].filter(({ row }) => each.every((some) => some.some((other) => other.row.accountId === row.accountId)));
  return ofAll.length === 1 ? { accounts: ofAll, isOne: true } : { accounts: [...byId.values()], isOne: false };
}

/** Of the firms found, the accounts visible on the day, each with its firm's score: of an account that another firm held then, by that firm's name. */
const visibleFirms = (
  firm: ReadFirm,
  firms: readonly FoundFirm[],
  accounts: ReadonlyMap<string, VisibleAccount | null>,
): readonly LikeAccount[] =>
  firms.flatMap(({ organization: names, score, why, isWhole }) =>
    names.accounts.flatMap((id): readonly LikeAccount[] => {
      const account = accounts.get(id);
      if (!account) return [];
      const { organizationName } = account.row;
      if (organizationName === names.legalName) return [{ account, score, why, isWhole, names }];
      const holder: FirmNames = { legalName: organizationName, operatingName: null, formerNames: [] };
      const byHolder = scoreOf(searchedParts(firm.keys), holder);
      return isLikeEnough(byHolder) ? [{ account, ...byHolder, names: holder }] : [];
    }),
  );

const knownAtOf = (answers: readonly (VisibleAnswer | null)[], asked: Instant | null, context: Context): Instant =>
  asked ?? answers.find((each) => each !== null)?.knownAt ?? context.registryNow.toISOString();
