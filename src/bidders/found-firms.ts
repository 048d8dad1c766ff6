import { rowsOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { audienceOf, unmasked } from '../disclosure/audience.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { type NameScore, type SearchedPart, scoreOf, searchedParts } from '../names/score.ts';
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
  const found = new Candidates(firms);
  found.add(await rowsOf(context, organizationsByName(asked, keysOf(firms))));
  const unnamed = keysOf(firms).filter(({ at }) => knownAt !== null || found.best(at)?.why !== 'EXACT_LEGAL_NAME');
  if (!keysOf(firms).every(isAsWritten)) {
    found.add(await rowsOf(context, organizationsByWords(asked, unnamed)));
    const rest = unnamed.filter(({ at }) => (found.best(at)?.score ?? 0) < FOUND_WELL);
    found.add(await rowsOf(context, organizationsByLetters(asked, rest)));
  }
  if (knownAt === null) return found.byFirm();
  const then = new Candidates(firms);
  then.add(await asNamedThen(context, { keys: keysOf(firms), knownAt }, found.organizations()));
  return then.byFirm();
}

/** Whether a name is looked up only as written. */
const isAsWritten = ({ anyOf, allOf, key }: AskedKeys): boolean => anyOf.length === 0 && allOf.length === 0 && key === '';

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

/** What was found for each name so far. Each organization is compared with a name once: that takes longer than to find it. */
class Candidates {
  private readonly firms: readonly ReadFirm[];
  private readonly searched: readonly (readonly SearchedPart[])[];
  private readonly found: readonly Map<string, FoundFirm>[];

  constructor(firms: readonly ReadFirm[]) {
    this.firms = firms;
    this.searched = firms.map(({ keys }) => searchedParts(keys));
    this.found = firms.map(() => new Map());
  }

  add(organizations: readonly NamedOrganization[]): void {
    for (const organization of organizations) {
      const { at, organizationId } = organization;
      const found = this.found[at];
      if (found?.has(organizationId) === false)
        found.set(organizationId, { organization, ...scoreOf(this.searched[at] ?? [], organization) });
    }
  }

  /** The most similar organization for the name at a position; undefined if none is similar enough. */
  best(at: number): FoundFirm | undefined {
    return this.mostSimilar(at)[0];
  }

  organizations(): readonly NamedOrganization[] {
    return this.found.flatMap((each) => [...each.values()].map(({ organization }) => organization));
  }

  byFirm(): ReadonlyMap<ReadFirm, readonly FoundFirm[]> {
    return new Map(this.firms.map((firm, at) => [firm, this.mostSimilar(at)]));
  }

  private mostSimilar(at: number): readonly FoundFirm[] {
    const all = [...(this.found[at]?.values() ?? [])];
    return all.filter(isLikeEnough).toSorted(mostAlikeFirst).slice(0, MOST_FOUND);
  }
}

/** Whether a firm is similar enough to be a candidate. */
export const isLikeEnough = ({ score, why }: NameScore): boolean => score >= LIKE_ENOUGH || why === 'EXACT_LEGAL_NAME';

/** An exact legal name comes before everything else, whichever part of the text it was. */
function mostAlikeFirst(a: FoundFirm, b: FoundFirm): number {
  const [exactA, exactB] = [a, b].map(({ why }) => Number(why === 'EXACT_LEGAL_NAME'));
  return (exactB ?? 0) - (exactA ?? 0) || b.score - a.score || (a.organization.organizationId < b.organization.organizationId ? -1 : 1);
}
