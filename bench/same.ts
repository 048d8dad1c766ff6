import 'reflect-metadata';
import { Command } from 'commander';
import { buildSchema } from 'graphql';
import { createDataSource } from '../src/database/data-source.ts';
import { at, compare, compareLanes } from './fuzz/same-answers.ts';
import { targetAt } from './fuzz/target.ts';

// Do two builds answer the same? Random queries by every scope are asked of both, which run on one database: `npm run bench:same -- --help`. With one
// build, the queries that it answers from memory are asked in both of its ways. Compared without what differs between any two answers: the instant of
// an answer, the id of its request, and its cost. Exit code 1 if two differ.

const { database, one, other, operations, seed } = new Command('bench:same')
  .requiredOption('--database <url>', 'the database, filled')
  .requiredOption('--one <url>', 'where one build listens, such as http://127.0.0.1:4000')
  .option('--other <url>', 'where the older one does; start both with REGISTRY_RATE_LIMITS=off')
  .option('--operations <n>', 'how many', Number, 10_000)
  .option('--seed <n>', 'the same number gives the same operations', Number, 1)
  .parse()
  .opts<{ database: string; one: string; other?: string; operations: number; seed: number }>();

const source = await createDataSource(database, { poolSize: 1 }).initialize();
// The older schema, since a newer one has fields that the older build does not know.
const schema = buildSchema(await (await fetch(`${other ?? one}/schema.graphql`)).text());
const target = await targetAt(one, schema, source);
await source.destroy();
const extent = { operations, seed };
const { asked, answered, different } = await (other === undefined
  ? compareLanes(target, extent)
  : compare(target, extent, [at(one), at(other)]));
for (const each of different.slice(0, 5)) console.log(JSON.stringify(each).slice(0, 6_000));
console.log(`${asked} queries, ${answered} with data and without errors: ${different.length} are answered differently`);
process.exit(different.length > 0 ? 1 : 0);
