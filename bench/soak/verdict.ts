import type { DataSource } from 'typeorm';
import { chainLag } from '../../src/chain/link.ts';
import { verifyChain } from '../../src/chain/verify.ts';
import { onceBack } from './away.ts';
import { type Consumer, expected } from './consumers.ts';
import type { Nodes } from './nodes.ts';

/** How long consumers may take for the rest, once writing has ended: a delivery whose node was killed is resumed after minutes. */
const PATIENCE_MS = 240_000;

/** What is wrong with what a consumer received; empty if it has exactly what it should, in order. Waits for what is still on its way. */
export async function faultsOf(consumer: Consumer, nodes: Nodes, after: string): Promise<string[]> {
  const wanted = await onceBack(() => expected(consumer, nodes, after));
  for (const until = Date.now() + PATIENCE_MS; consumer.received.length < wanted.length && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 100));
  const { name, received } = consumer;
  const at = wanted.findIndex((cursor, index) => received[index] !== cursor);
  if (at >= 0)
    return [`${name}: of ${wanted.length} changes it has ${received.length}; the first that is not in its place is number ${at + 1}.`];
  return received.length > wanted.length ? [`${name}: it has ${received.length - wanted.length} changes more than are visible to it.`] : [];
}

/** What is wrong with the chain of the log: every row must be linked, and sound. */
export async function faultsOfChain(dataSource: DataSource): Promise<string[]> {
  for (const until = Date.now() + PATIENCE_MS; (await chainLag(dataSource)) > 0 && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 100));
  const { links, problems, pending } = await verifyChain(dataSource, [], ({ problem, position }) =>
    console.log(`link ${position}: ${problem}`),
  );
  return problems + pending === 0
    ? []
    : [`Of ${links} links of the chain ${problems} have a problem, and ${pending} rows have no link yet.`];
}

/** What is wrong with the positions of the feed: each from 1 on must exist once, and none may be missing once writing has ended. */
export async function faultsOfFeed(dataSource: DataSource): Promise<string[]> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const [{ all, stamped, last }]: [{ all: string; stamped: string; last: string }] = await dataSource.query(
      'select count(*) as all, count(distinct position) as stamped, coalesce(max(position), 0) as last from change',
    );
    if (all === stamped) return stamped === last ? [] : [`The feed has ${stamped} positions and its last is ${last}.`];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return ['Changes were left without a position.'];
}
