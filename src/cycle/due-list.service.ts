import { createHash } from 'node:crypto';
import { accountsByOrganization, type LoadedAccount } from '../accounts/account.loader.ts';
import { Cursors, type Position } from '../connection/keyset.ts';
import { connectionOfPositioned, type Page, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { faults } from '../errors.ts';
import { visibleOrganizationById } from '../organizations/organization.loader.ts';
import { isDay } from '../rules/calendar.ts';
import { placeOf } from '../rules/cycle/consequence.ts';
import { type Obligation, obligationsOn } from '../rules/cycle/obligations.ts';
import type { AccountObligationSource } from './account-obligation.type.ts';
import { cycleFactsByAccount } from './cycle-facts.loader.ts';
import type { DueListArgs } from './due-list.args.ts';

type Entry = AccountObligationSource<LoadedAccount>;

const isPlace = (text: string): boolean => /^[123][123] /.test(text) && isDay(text.slice(3));

const cursors = new Cursors('obligations', isPlace, '[0-9a-f]{32}');

/**
 * What an organization, IHSA and external auditors have to do for all accounts of one organization, by consequence and day; null for an organization
 * whose file the caller may not see.
 */
export async function dueList(context: Context, args: DueListArgs): Promise<CountedConnection<Entry> | null> {
  const organizationId = await organizationAsked(context, args.organization ?? null);
  const page = pageOf(args, cursors, context.caller);
  if (organizationId === null) return null;
  const accounts = await context.loader(accountsByOrganization).load(organizationId);
  const entries = (await Promise.all(accounts.map((account) => entriesOf(context, account, args)))).flat().toSorted(inOrder);
  return counted(connectionOfPositioned(page, within(page, entries), cursors), async () => ({ count: entries.length, isExact: true }));
}

/** The id of the organization asked about, or the caller's own; null if the caller may not see its file. */
async function organizationAsked(context: Context, asked: string | null): Promise<string | null> {
  const { scope, organizationId } = context.caller;
  const isStaff = scope === 'staff' || scope === 'admin';
  if (!isStaff && scope !== 'organization') throw faults.FORBIDDEN('reading the obligations of an organization');
  if (asked === null && isStaff) throw faults.BAD_FIELDS([{ field: 'organization', message: 'must be given.' }]);
  if (asked === null) return organizationId;
  const found = await context.loader(visibleOrganizationById).load(fromGlobalId(asked, 'Organization')?.uuid ?? '');
  return found && (isStaff || found.organizationId === organizationId) ? found.organizationId : null;
}

async function entriesOf(context: Context, account: LoadedAccount, args: DueListArgs): Promise<Positioned<Entry>[]> {
  const facts = await context.loader(cycleFactsByAccount).load(account.accountId);
  if (facts === null) return [];
  return obligationsOn(facts, args.on ?? context.today)
    .filter((obligation) => isAsked(obligation, args))
    .map((obligation) => ({ node: { account, obligation }, text: placeOf(obligation), id: idOf(account, obligation) }));
}

const isAsked = ({ state, by }: Obligation, args: DueListArgs): boolean =>
  (args.states?.includes(state) ?? state !== 'DONE') && (args.by?.includes(by) ?? true);

const idOf = ({ accountId }: LoadedAccount, { key }: Obligation): string =>
  createHash('sha256').update(`${accountId} ${key}`).digest('hex').slice(0, 32);

const inOrder = (a: Position, b: Position): number => compare(a.text, b.text) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** The entries of a page in the order of the search, with one more where the list continues. */
function within({ after, before, fromBack, size }: Page, entries: readonly Positioned<Entry>[]): Positioned<Entry>[] {
  const inRange = entries.filter((each) => (after === null || inOrder(each, after) > 0) && (before === null || inOrder(each, before) < 0));
  return (fromBack ? inRange.toReversed() : inRange).slice(0, size + 1);
}
