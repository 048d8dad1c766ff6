import { Cursors, type Position } from '../connection/keyset.ts';
import { connectionOfPositioned, type Page, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { likenessToLegalName, type SearchedPart, scoreOf, searchedParts } from '../names/score.ts';
import { type OrganizationRow, organizationSource } from './organization.source.ts';
import type { OrganizationSource } from './organization.type.ts';
import type { OrganizationsArgs } from './organizations.args.ts';
import { candidatesOf, type NameSearch, type OrganizationList } from './organizations.sql.ts';

/** The maximum number of search results. More do not help the caller, and each takes some 10 µs to compare here. */
const MOST_FOUND = 500;

/** The difference of a score from a million, then the name: in the order of these texts the most similar comes first. */
const cursors = new Cursors('organizationsByLikeness', (text) => /^\d{7}/.test(text));

type CandidateRow = OrganizationRow & { readonly sortName: string };

/**
 * The organizations with a name similar to the one searched for, the best match first. PostgreSQL finds the candidates, and we compare them
 * closely.
 */
export async function searchOrganizations(
  context: Context,
  args: OrganizationsArgs,
  list: OrganizationList & { readonly search: NameSearch },
): Promise<CountedConnection<OrganizationSource>> {
  const page = pageOf(args, cursors, context.caller);
  const candidates = await rowsOf<CandidateRow>(context, candidatesOf(list, MOST_FOUND));
  const searched = searchedParts(list.search.parts);
  const scored = candidates.map((row) => scoredRow(row, searched, list.search));
  const ranked = scored.map((each) => positioned(context, each)).sort(compare);
  const scores = new Map(scored.map(({ row, score }) => [row.organizationId, score / 1_000_000]));
  const total = { count: ranked.length, isExact: ranked.length < MOST_FOUND };
  const { nodes, pageInfo, edges: found } = connectionOfPositioned(page, within(page, ranked), cursors);
  const edges = found.map((edge) => ({ ...edge, score: scores.get(edge.node.organizationId) ?? null }));
  return counted({ nodes, pageInfo, edges }, async () => total);
}

interface ScoredRow {
  readonly row: CandidateRow;
  readonly score: number;
  /** The score, and between equal ones how similar the legal name is. */
  readonly rank: number;
}

/** Former names count for callers who may see them. */
function scoredRow(row: CandidateRow, searched: readonly SearchedPart[], { amongFormerNames }: NameSearch): ScoredRow {
  const { formerNames = [] } = amongFormerNames ? row : {};
  const { score } = scoreOf(searched, { ...row, formerNames });
  const byLegalName = Math.max(0, ...searched.map(({ name }) => likenessToLegalName(name, row.legalName)));
  return { row, score, rank: Math.round(0.95 * score + 0.05 * byLegalName) };
}

function positioned(context: Context, { row, rank }: ScoredRow): Positioned<OrganizationSource> {
  const lacking = 1_000_000 - rank;
  return { node: organizationSource(row, context), text: `${String(lacking).padStart(7, '0')}${row.sortName}`, id: row.organizationId };
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
