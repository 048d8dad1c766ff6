// The registry that is asked: synthetic accounts in a PostgreSQL of its own, or those of a database that is given.
import 'reflect-metadata';
import pg from 'pg';
import { linkPending } from '../../dist/src/chain/link.js';
import { dayInToronto, wallClock } from '../../dist/src/clock.js';
import { createDataSource, migrate } from '../../dist/src/database/data-source.js';
import { startEphemeral } from '../../dist/src/database/embedded/ephemeral.js';
import { loadDemo } from '../../dist/src/demo/demo.service.js';
import { createKey } from '../../dist/src/keys/keys.js';
import { parentOf } from './processes.mjs';
import { sampleOf } from './works.mjs';

/** Opens it. `accounts` is how many it gets where it is new. */
export async function openRegistry({ url, accounts }) {
  const server = url === undefined ? await startEphemeral() : { url, stop: async () => {} };
  const today = dayInToronto(wallClock.wallNow());
  const source = await createDataSource(server.url, { poolSize: 2 }).initialize();
  await migrate(source);
  if (url === undefined) await loadDemo(source, { accounts, today });
  // A registry links its new facts into the chain for minutes, which would be counted with what is measured.
  await linkPending(source);
  if (url === undefined) await source.query('vacuum analyze');
  const { key } = await createKey(source.manager, { scope: 'buyer', holder: 'Bench' });
  await source.destroy();
  const client = new pg.Client(server.url);
  await client.connect();
  const facts = await factsOf(client);
  return { ...server, ...facts, today, key, sample: await sampleOf(client, today), client };
}

async function factsOf(client) {
  const { rows } = await client.query(
    `select pg_backend_pid() as pid, current_setting('server_version') as version, (select count(*)::integer from account) as accounts`,
  );
  const [{ pid, version, accounts }] = rows;
  return { postmaster: parentOf(pid), version, accounts };
}
