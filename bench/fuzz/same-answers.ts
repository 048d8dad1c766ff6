import { isDeepStrictEqual } from 'node:util';
import { isHot } from '../../src/server/lane/hot-fields.ts';
import { Draw } from './chance.ts';
import type { Extent, Target } from './fuzz.ts';
import { Operations, type RandomOperation } from './operations.ts';
import { Values } from './values.ts';

/** The result of a comparison. */
export interface Compared {
  asked: number;
  /** Those answered with data and without errors. */
  answered: number;
  /** The pairs that differ, each with its request. */
  readonly different: unknown[];
}

/** Asks random queries in two ways and compares the answers. */
export async function compare(
  { schema, known, keys }: Pick<Target, 'schema' | 'known' | 'keys'>,
  { operations, seed, together = 4 }: Extent,
  ways: readonly [Way, Way],
  wanted: (type: string, field: string) => boolean = () => true,
): Promise<Compared> {
  const draw = new Draw(seed);
  const random = new Operations(schema, draw, new Values(draw, known), wanted);
  const compared: Compared = { asked: 0, answered: 0, different: [] };
  const worker = async () => {
    while (compared.asked < operations) {
      const operation = random.next();
      const [scope, key] = draw.of(Object.entries(keys));
      // A mutation would be carried out twice, and the second time on another state.
      if (operation.query.startsWith('query')) await compareOne(compared, { scope, key, operation }, ways);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return compared;
}

/** Asks an operation with a key, or without one. */
export type Way = (operation: RandomOperation, key: string | null) => Promise<unknown>;

interface Asked {
  readonly scope: string;
  readonly key: string | null;
  readonly operation: RandomOperation;
}

async function compareOne(compared: Compared, { scope, key, operation }: Asked, [one, other]: readonly [Way, Way]): Promise<void> {
  compared.asked += 1;
  const [a, b] = [await one(operation, key), await other(operation, key)];
  if (!JSON.stringify(a).includes('"errors"')) compared.answered += 1;
  if (!isDeepStrictEqual(a, b)) compared.different.push({ scope, ...operation, a, b });
}

/** Asks the API at a URL. */
export const at =
  (url: string, more: object = {}): Way =>
  async (operation, key) => {
    const headers = { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ ...operation, ...more }) });
    return { status: answer.status, type: answer.headers.get('content-type'), body: normalized(await answer.json(), '') };
  };

/** The two ways of one server: for a query that it knows, and for one that it does not. A request with extensions is always new to it. */
export function lanes(url: string): readonly [Way, Way] {
  const known = at(url);
  const again: Way = async (operation, key) => {
    await known(operation, key);
    return known(operation, key);
  };
  return [again, at(url, { extensions: {} })];
}

/** Compares the two ways of one server on queries of the fields that it answers from memory. */
export const compareLanes = (target: Target, extent: Extent): Promise<Compared> => compare(target, extent, lanes(target.url), isHot);

const CHANGES_WITH_TIME = new Set(['knownAt', 'requestId', 'cost', 'createdAt', 'lastUsedAt']);

/** Without what differs between any two answers. An alias may hide a name: what looks like an instant of today is left out as well. */
function normalized(value: unknown, name: string): unknown {
  if (CHANGES_WITH_TIME.has(name)) return null;
  if (Array.isArray(value)) return value.map((each) => normalized(each, ''));
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) ? 'an instant' : value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, normalized(each, key)]));
}
