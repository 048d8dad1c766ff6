import { Cursors, type Position } from '../connection/keyset.ts';
import { connectionOfPositioned, type Page, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { likeness, type NameParts, nameParts } from './name-likeness.ts';
import { type OrganizationRow, organizationSource } from './organization.source.ts';
import type { OrganizationSource } from './organization.type.ts';
import type { OrganizationsArgs } from './organizations.args.ts';
import { candidatesOf, type NameSearch, type OrganizationList } from './organizations.sql.ts';

/** As many as a search gives. More are no help to whoever searches, and each is compared here, in some 10 µs. */
const MOST_FOUND = 500;

/** A likeness lacking to a million, then the name: in the order of these texts the most alike comes first. */
const cursors = new Cursors('organizationsByLikeness', (text) => /^\d{7}/.test(text));

type CandidateRow = OrganizationRow & { readonly sortName: string };

/** The organizations with a name like the one searched for, the most alike first. PostgreSQL finds the candidates, and we compare them closely. */
export async function searchOrganizations(
  context: Context,
  args: OrganizationsArgs,
  list: OrganizationList & { readonly search: NameSearch },
): Promise<CountedConnection<OrganizationSource>> {
  const page = pageOf(args, cursors, context.caller);
  const candidates = await rowsOf<CandidateRow>(context, candidatesOf(list, MOST_FOUND));
  const searched = nameParts(args.search ?? '');
  const ranked = candidates.map((row) => positioned(context, row, searched, list.search)).sort(compare);
  const total = { count: ranked.length, isExact: ranked.length < MOST_FOUND };
  return counted(connectionOfPositioned(page, within(page, ranked), cursors), async () => total);
}

function positioned(context: Context, row: CandidateRow, searched: NameParts, search: NameSearch): Positioned<OrganizationSource> {
  const lacking = 1_000_000 - rank(row, searched, search);
  return { node: organizationSource(row, context), text: `${String(lacking).padStart(7, '0')}${row.sortName}`, id: row.organizationId };
}

/** The likeness of the name most alike, a former name counting a tenth less than one of today; the legal name tells firms of one operating name apart. */
function rank({ legalName, operatingName, formerNames }: OrganizationRow, searched: NameParts, { amongFormerNames }: NameSearch): number {
  const like = (name: string) => likeness(searched, nameParts(name));
  const legal = like(legalName);
  const former = amongFormerNames ? formerNames.map((name) => 0.9 * like(name)) : [];
  const best = Math.max(legal, operatingName === null ? 0 : like(operatingName), ...former);
  return Math.round(0.9 * best + 0.1 * legal);
}

/** The elements of a page, from its front or back, and one more if there is one. */
function within(
  { size, fromBack, after, before }: Page,
  ranked: readonly Positioned<OrganizationSource>[],
): Positioned<OrganizationSource>[] {
  const between = ranked.filter((each) => (!after || compare(each, after) > 0) && (!before || compare(each, before) < 0));
  return fromBack ? between.toReversed().slice(0, size + 1) : between.slice(0, size + 1);
}

function compare(a: Position, b: Position): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
