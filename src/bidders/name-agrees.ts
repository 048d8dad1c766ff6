import { isOwnName } from '../names/own-name.ts';
import type { FirmNames } from '../names/score.ts';
import type { VisibleAccount } from '../verification/verify-accounts.service.ts';
import type { ReadFirm, ReadRow } from './read-row.ts';

/** The accounts that each name may mean, with the names of their firms. */
type FoundNames = ReadonlyMap<ReadFirm, readonly { readonly account: VisibleAccount; readonly names: FirmNames }[]>;

/**
 * Whether a name beside a number is one of the own names of the account's firm: of a joint venture, the name of any partner; null without a name. The
 * legal name is known with the account, the others where the name was looked up.
 */
export function nameAgrees(read: ReadRow, account: VisibleAccount, found: FoundNames): boolean | null {
  if (read.firms.every(({ keys }) => keys.length === 0)) return null;
  return firmsNamed(read).some((firm) => isNamed(firm, account, found));
}

/** Whether the name of a firm in a row is one of the own names of an account's firm. */
export function isNamed(firm: ReadFirm, { row }: VisibleAccount, found: FoundNames): boolean {
  const { accountId, organizationName: legalName } = row;
  const own = found.get(firm)?.find(({ account }) => account.row.accountId === accountId);
  return namesOf(firm).some((name) => isOwnName(name, own?.names ?? { legalName, operatingName: null, formerNames: [] }));
}

/** The names in a row that a firm may have as its own. */
export const typedNames = (read: ReadRow): readonly string[] => firmsNamed(read).flatMap(namesOf);

const firmsNamed = ({ whole, firms }: ReadRow): readonly ReadFirm[] => (whole === null ? firms : [whole, ...firms]);

/** What a text says that the firm is called: what it says that it trades as, or formerly was, may be another's. */
const namesOf = ({ text, keys }: ReadFirm): readonly string[] => [
  text,
  ...keys.filter(({ role, isWhole }) => role === 'NAME' && !isWhole).map((key) => key.text),
];
