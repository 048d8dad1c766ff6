import { keyRangeOf } from '../connection/key-range.ts';
import { Cursors } from '../connection/keyset.ts';
import { connectionOfPositioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf, totalOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { audienceOf } from '../disclosure/audience.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { searchKeysOf } from '../names/name-keys.ts';
import { readName } from '../names/read-name.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { criteriaOf } from '../standing/criteria.ts';
import { type OrganizationRow, organizationSource } from './organization.source.ts';
import type { OrganizationSource } from './organization.type.ts';
import { OrganizationOrder, type OrganizationsArgs } from './organizations.args.ts';
import { type NameSearch, numberOfOrganizations, type OrganizationList, organizationsOf } from './organizations.sql.ts';
import { searchOrganizations } from './search.service.ts';

const cursors = new Cursors('organizationsByName');

/** The most parts of a name that are searched for: more than any firm has names. */
const MOST_PARTS = 6;

/** The organizations with an account whose standing on the day asked is visible to the caller; all for a caller who sees the whole file. */
export function listOrganizations(context: Context, args: OrganizationsArgs): Promise<CountedConnection<OrganizationSource>> {
  const list = listOf(context, args);
  const { search } = list;
  if (search !== null && !args.orderBy) return searchOrganizations(context, args, { ...list, search });
  return pageByName(context, args, list);
}

async function pageByName(
  context: Context,
  args: OrganizationsArgs,
  list: OrganizationList,
): Promise<CountedConnection<OrganizationSource>> {
  const page = pageOf(args, cursors, context.caller);
  const range = keyRangeOf(page, args.orderBy === OrganizationOrder.LEGAL_NAME_DESC);
  const rows = await rowsOf<OrganizationRow & { readonly position: string }>(context, organizationsOf(list, range));
  const found = rows.map((row) => ({ node: organizationSource(row, context), text: row.position, id: row.organizationId }));
  return counted(connectionOfPositioned(page, found, cursors), () => totalOf(context, numberOfOrganizations(list)));
}

const listOf = (context: Context, { filter, search }: OrganizationsArgs): OrganizationList => ({
  audience: audienceOf(context),
  criteria: criteriaOf(filter, context.today),
  search: search ? searchFor(context, search) : null,
});

function searchFor(context: Context, search: string): NameSearch {
  const parts = searchKeysOf(readName(search));
  return { parts: parts.slice(0, MOST_PARTS), amongFormerNames: seesWholeFile(viewerOf(context)) };
}
