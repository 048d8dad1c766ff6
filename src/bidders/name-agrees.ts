import { isOwnName } from '../names/own-name.ts';
import { type FirmNames, isNameOnly, scoreOf, searchedParts } from '../names/score.ts';
import { cleaned, folded } from '../names/tokens.ts';
import type { VisibleAccount } from '../verification/verify-accounts.service.ts';
import type { ReadFirm, ReadRow } from './read-row.ts';

/** The accounts that each name may mean, with the names of their firms. */
type FoundNames = ReadonlyMap<ReadFirm, readonly FoundName[]>;

interface FoundName {
  readonly account: VisibleAccount;
  readonly names: FirmNames;
  readonly score: number;
}

/** How similar a name must be to count as a firm's own with a slip in it, of 1,000,000. */
const SLIP = 750_000;

/**
 * Whether a name beside a number is one of the own names of the account's firm: of a joint venture, the name of any partner; null without a name. The
 * legal name is known with the account, the others where the name was looked up.
 */
export function nameAgrees(read: ReadRow, account: VisibleAccount, found: FoundNames): boolean | null {
  if (read.firms.every(({ keys }) => keys.length === 0)) return null;
  return firmsNamed(read).some((firm) => isNamed(firm, account, found));
}

/** Whether the name of a firm in a row is one of the own names of an account's firm. */
export const isNamed = (firm: ReadFirm, account: VisibleAccount, found: FoundNames): boolean =>
  namesOf(firm).some((name) => isOwnName(name, ownNames(firm, account, found)));

/**
 * whether a name beside a number, which is none of the firm's own, may be one with a slip in it: it has no word that the firm's name does not have,
 * and no other visible firm has a name more similar to it.
 */
export function isSlip(read: ReadRow, account: VisibleAccount, found: FoundNames): boolean {
  const [firm] = read.firms;
  if (!firm || read.isJointVenture) return false;
  const own = ownNames(firm, account, found);
  const { score } = scoreOf(searchedParts(firm.keys), own);
  const others = (found.get(firm) ?? []).filter((each) => each.account.row.organizationId !== account.row.organizationId);
  if (score < SLIP || others.some((other) => other.score > score)) return false;
  const names = [own.legalName, ...(own.operatingName === null ? [] : [own.operatingName]), ...own.formerNames];
  return namesOf(firm).some((typed) => names.some((name) => isNameOnly(typed, name)));
}

/** Whether a text beside the name of a firm is its city, or a name of its own. */
export function isOfFirm(text: string, firm: ReadFirm, account: VisibleAccount, found: FoundNames): boolean {
  const { city } = account.row;
  return (city !== null && folded(cleaned(city)) === folded(text)) || isOwnName(text, ownNames(firm, account, found));
}

function ownNames(firm: ReadFirm, { row }: VisibleAccount, found: FoundNames): FirmNames {
  const { accountId, organizationName: legalName } = row;
  const own = found.get(firm)?.find(({ account }) => account.row.accountId === accountId);
  return own?.names ?? { legalName, operatingName: null, formerNames: [] };
}

/** The names in a row that a firm may have as its own; where another may be named beside it, only all of the text. */
export const typedNames = (read: ReadRow): readonly string[] =>
  firmsNamed(read).flatMap((firm) => (read.besides.length > 0 ? [firm.text] : namesOf(firm)));

const firmsNamed = ({ whole, firms }: ReadRow): readonly ReadFirm[] => (whole === null ? firms : [whole, ...firms]);

/** What a text says that the firm is called: what it says that it trades as, or formerly was, may be another's. */
const namesOf = ({ text, keys }: ReadFirm): readonly string[] => [
  text,
  ...keys.filter(({ role, isWhole }) => role === 'NAME' && !isWhole).map((key) => key.text),
];
