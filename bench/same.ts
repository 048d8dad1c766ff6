import 'reflect-metadata';
import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import { buildSchema } from 'graphql';
import { createDataSource } from '../src/database/data-source.ts';
import { Draw } from './fuzz/chance.ts';
import { Operations } from './fuzz/operations.ts';
import { targetAt } from './fuzz/target.ts';
import { Values } from './fuzz/values.ts';

// Do two builds answer the same? Random queries by every scope are asked of both, which run on one database: `npm run bench:same -- --help`. Compared
// without what differs between any two answers: the instant of an answer, the id of its request, and its cost. Exit code 1 if two differ.

const { database, one, other, operations, seed } = new Command('bench:same')
  .requiredOption('--database <url>', 'the database of both, filled')
  .requiredOption('--one <url>', 'where one build listens, such as http://127.0.0.1:4000')
  .requiredOption('--other <url>', 'where the older one does; start both with REGISTRY_RATE_LIMITS=off')
  .option('--operations <n>', 'how many', Number, 10_000)
  .option('--seed <n>', 'the same number gives the same operations', Number, 1)
  .parse()
  .opts<{ database: string; one: string; other: string; operations: number; seed: number }>();

const source = await createDataSource(database, { poolSize: 1 }).initialize();
// The older schema, since a newer one has fields that the older build does not know.
const schema = buildSchema(await (await fetch(`${other}/schema.graphql`)).text());
const target = await targetAt(one, schema, source);
await source.destroy();
const draw = new Draw(seed);
const random = new Operations(schema, draw, new Values(draw, target.known));

const CHANGES_WITH_TIME = new Set(['knownAt', 'requestId', 'cost', 'createdAt', 'lastUsedAt']);

let asked = 0;
let answered = 0;
let different = 0;
await Promise.all(Array.from({ length: 4 }, compareSome));
console.log(`${asked} queries, ${answered} with data and without errors: ${different} are answered differently`);
process.exit(different > 0 ? 1 : 0);

async function compareSome(): Promise<void> {
  while (asked < operations) {
    const { query, variables } = random.next();
    const [scope, key] = draw.of(Object.entries(target.keys));
    // A mutation would be carried out twice, and the second time on another state.
    if (!query.startsWith('query')) continue;
    asked += 1;
    const request = { method: 'POST', headers: headersOf(key), body: JSON.stringify({ query, variables }) };
    const [a, b] = await Promise.all([answerOf(one, request), answerOf(other, request)]);
    if (JSON.stringify(a).includes('"errors"') === false) answered += 1;
    if (isDeepStrictEqual(a, b)) continue;
    different += 1;
    if (different <= 5) console.log(JSON.stringify({ scope, query, variables, a, b }).slice(0, 6_000));
  }
}

function headersOf(key: string | null): Record<string, string> {
  return { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
}

async function answerOf(url: string, request: RequestInit): Promise<unknown> {
  const answer = await fetch(`${url}/graphql`, request);
  return { status: answer.status, body: normalized(await answer.json(), '') };
}

/** Without what differs between any two answers. An alias may hide a name: what looks like an instant of today is left out as well. */
function normalized(value: unknown, name: string): unknown {
  if (CHANGES_WITH_TIME.has(name)) return null;
  if (Array.isArray(value)) return value.map((each) => normalized(each, ''));
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) ? 'an instant' : value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, normalized(each, key)]));
}
