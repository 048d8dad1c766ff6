import { rowsOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { audienceOf, unmasked } from '../disclosure/audience.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { type NameScore, scoreOf, searchedParts } from '../names/score.ts';
import {
  type AskedKeys,
  type NamedOrganization,
  type NamesAsked,
  organizationsByLetters,
  organizationsByName,
  organizationsByWords,
} from '../organizations/named.sql.ts';
import { type NamedThen, organizationsNamedThen } from '../organizations/named-then.sql.ts';
import type { Day } from '../rules/calendar.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { criteriaOf } from '../standing/criteria.ts';
import type { ReadFirm } from './read-row.ts';

/** An organization that a name may mean, with its accounts that are visible to the caller. */
export interface FoundFirm extends NameScore {
  readonly organization: NamedOrganization;
}

/** The most organizations that one name is matched with, and how similar they must be, of 1,000,000. */
const MOST_FOUND = 5;
const LIKE_ENOUGH = 600_000;

/** From this score on a name counts as found by its words; other names are searched by their letters too. */
const FOUND_WELL = 850_000;

/**
 * The organizations that each name may mean, the most similar first, with three statements for all names: by the name as written, those without an exact
 * legal name by their distinguishing words, and the rest by their letters. The mask is applied before anything is counted or cut off, so that a hidden firm
 * never takes the place of a visible one; as of a past instant only that instant's timelines can apply it, afterwards, and another statement reads the names
 * of then.
 */
export async function findFirms(
  context: Context,
  firms: readonly ReadFirm[],
  { on, knownAt }: { readonly on: Day; readonly knownAt: Instant | null },
): Promise<ReadonlyMap<ReadFirm, readonly FoundFirm[]>> {
  if (firms.length === 0) return new Map();
  const asked: NamesAsked = {
    audience: knownAt !== null ? unmasked(context) : audienceOf(context),
    criteria: criteriaOf({ on }, context.today),
    amongFormerNames: seesWholeFile(viewerOf(context)),
  };
  const byName = await rowsOf<NamedOrganization>(context, organizationsByName(asked, keysOf(firms)));
  const unnamed = unfound(firms, byName, ({ why }) => why === 'EXACT_LEGAL_NAME' && knownAt === null);
  const byWords = await rowsOf<NamedOrganization>(context, organizationsByWords(asked, keysOf(unnamed)));
  const rest = unfound(unnamed, [...byName, ...byWords], ({ score }) => score >= FOUND_WELL);
  const byLetters = await rowsOf<NamedOrganization>(context, organizationsByLetters(asked, keysOf(rest)));
  const found = [...byName, ...byWords, ...byLetters];
  if (knownAt === null) return scored(firms, found);
  return scored(firms, await asNamedThen(context, { keys: keysOf(firms), knownAt }, found));
}

/** The firms, without keys where the best of what was found will do. */
function unfound(
  firms: readonly ReadFirm[],
  rows: readonly NamedOrganization[],
  willDo: (best: NameScore) => boolean,
): readonly ReadFirm[] {
  const found = scored(firms, rows);
  return firms.map((firm) => {
    const [first] = found.get(firm) ?? [];
    return first && willDo(first) ? { ...firm, keys: [] } : firm;
  });
}

/** the organizations found, by the names recorded at the instant, and those that had a name like one of those asked about only then. */
async function asNamedThen(
  context: Context,
  asked: { readonly keys: readonly AskedKeys[]; readonly knownAt: Instant },
  found: readonly NamedOrganization[],
): Promise<readonly NamedOrganization[]> {
  const ids = [...new Set(found.map(({ organizationId }) => organizationId))];
  const then = await rowsOf<NamedThen>(context, organizationsNamedThen(asked.keys, ids, asked.knownAt));
  const namesThen = new Map(then.map((each) => [each.organizationId, each]));
  const matched = then.flatMap(({ at, ...each }) => (at === null ? [] : [{ ...each, at }]));
  return [...found.map((each) => ({ ...each, ...namesThen.get(each.organizationId), at: each.at })), ...matched];
}

/** The keys of all firms, each with the position of its firm. */
const keysOf = (firms: readonly ReadFirm[]): readonly AskedKeys[] => firms.flatMap(({ keys }, at) => keys.map((key) => ({ ...key, at })));

function scored(firms: readonly ReadFirm[], rows: readonly NamedOrganization[]): Map<ReadFirm, readonly FoundFirm[]> {
  const byFirm = new Map<number, Map<string, NamedOrganization>>();
  for (const row of rows) {
    const of = byFirm.get(row.at) ?? new Map<string, NamedOrganization>();
    of.set(row.organizationId, row);
    byFirm.set(row.at, of);
  }
  return new Map(firms.map((firm, at) => [firm, best(firm, [...(byFirm.get(at)?.values() ?? [])])]));
}

function best(firm: ReadFirm, organizations: readonly NamedOrganization[]): readonly FoundFirm[] {
  const searched = searchedParts(firm.keys);
  const all = organizations.map((organization) => ({ organization, ...scoreOf(searched, organization) }));
  return all.filter(isLikeEnough).toSorted(mostAlikeFirst).slice(0, MOST_FOUND);
}

/** Whether a firm is similar enough to be a candidate. */
export const isLikeEnough = ({ score, why }: NameScore): boolean => score >= LIKE_ENOUGH || why === 'EXACT_LEGAL_NAME';

/** An exact legal name comes before everything else, whichever part of the text it was. */
function mostAlikeFirst(a: FoundFirm, b: FoundFirm): number {
  const [exactA, exactB] = [a, b].map(({ why }) => Number(why === 'EXACT_LEGAL_NAME'));
  return (exactB ?? 0) - (exactA ?? 0) || b.score - a.score || (a.organization.organizationId < b.organization.organizationId ? -1 : 1);
}
