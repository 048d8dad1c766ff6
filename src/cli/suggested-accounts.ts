import type { DataSource } from 'typeorm';
import { unmasked } from '../disclosure/audience.ts';
import { searchKeysOf } from '../names/name-keys.ts';
import { readName } from '../names/read-name.ts';
import { scoreOf, searchedParts } from '../names/score.ts';
import {
  type AskedKeys,
  type NamedOrganization,
  organizationsByLetters,
  organizationsByName,
  organizationsByWords,
} from '../organizations/named.sql.ts';
import type { Day } from '../rules/calendar.ts';
import { criteriaOf } from '../standing/criteria.ts';

/** How many accounts are suggested. */
const MOST = 5;

/** The accounts that a person may have meant, one a line: with a number that differs by a digit, or whose organization has a similar name. */
export async function suggestedAccounts(source: DataSource, given: string, today: Day): Promise<readonly string[]> {
  const ids = await namedAccounts(source, given, today);
  const rows: { shown: string; name: string; city: string | null }[] = await source.query(
    `select coalesce(a.wsib_account, a.reference, a.id::text) as shown, o.legal_name as name, o.city
     from account a join organization o on o.id = a.organization_id
     where a.wsib_account = any($1) or a.id::text = any($2) order by array_position($2, a.id::text) nulls first, shown limit ${MOST}`,
    [numbersLike(given), ids],
  );
  return rows.map(({ shown, name, city }) => `  ${[shown, name, city].filter(Boolean).join(' · ')}`);
}

/** Every number that differs from this one by a digit, or by two neighbours that changed places. */
function numbersLike(given: string): readonly string[] {
  const digits = given.replaceAll(/\D/g, '');
  if (digits.length < 5 || digits.length > 12) return [];
  const others = [...digits].flatMap((_, at) => {
    const [before, after] = [digits.slice(0, at), digits.slice(at + 1)];
    const swapped = `${before}${digits.charAt(at + 1)}${digits.charAt(at)}${digits.slice(at + 2)}`;
    return [swapped, ...Array.from({ length: 10 }, (_, digit) => `${before}${digit}${after}`)];
  });
  return [...new Set(others)];
}

/** The accounts of organizations with a similar name, the most similar first. */
async function namedAccounts(source: DataSource, given: string, today: Day): Promise<readonly string[]> {
  const keys: readonly AskedKeys[] = searchKeysOf(readName(given)).map((each) => ({ ...each, at: 0 }));
  if (keys.length === 0 || !/\p{L}{2}/u.test(given)) return [];
  const asked = { audience: unmasked({ today }), criteria: criteriaOf({ on: today }, today), amongFormerNames: true };
  const statements = [organizationsByName(asked, keys), organizationsByWords(asked, keys), organizationsByLetters(asked, keys)];
  const found: NamedOrganization[][] = await Promise.all(statements.map(({ text, values }) => source.query(text, [...values])));
  const byId = new Map(found.flat().map((each) => [each.organizationId, each]));
  const scored = [...byId.values()].map((each) => ({ each, score: scoreOf(searchedParts(keys), each).score }));
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .flatMap(({ each }) => each.accounts);
}
