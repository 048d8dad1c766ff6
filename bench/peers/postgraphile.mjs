// PostGraphile on views made for what is asked; its schema follows from them. The sentences of reasons come from the registry, as for the other peers.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { lambda, list } from 'postgraphile/grafast';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { extendSchema } from 'postgraphile/utils';
import { reasonsOf, visible } from './law.mjs';
import { ready } from './ready.mjs';

const { BENCH_DATABASE_URL: connectionString, BENCH_TODAY: today, BENCH_POOL: poolSize = '4' } = process.env;

/** The columns that the law reads to say which reasons a buyer sees. */
const judged = ['standing', 'next_standing', 'certificate_number', 'bidding_document_number', 'reasons'];

const withReasons = extendSchema({
  typeDefs: /* GraphQL */ `
    extend type Verification { shownReasons: [ShownReason!]! }
    type ShownReason { clause: String! holds: Boolean! decides: Boolean! because: String! }
  `,
  objects: {
    Verification: {
      plans: {
        shownReasons: ($row) => lambda(list(judged.map((name) => $row.get(name))), shownReasonsOf, true),
      },
    },
  },
});

function shownReasonsOf(values) {
  return reasonsOf({ row: Object.fromEntries(judged.map((name, at) => [name, values[at]])) });
}

async function makeViews() {
  const client = new pg.Client(connectionString);
  await client.connect();
  const listed = visible.map((standing) => client.escapeLiteral(standing)).join(', ');
  const views = readFileSync(new URL('postgraphile.sql', import.meta.url), 'utf8');
  await client.query(views.replaceAll(':today', client.escapeLiteral(today)).replaceAll(':visible', listed));
  await client.end();
}

await makeViews();
const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [withReasons],
  pgServices: [
    makePgService({ connectionString, schemas: ['bench_postgraphile'], poolConfig: { max: Number(poolSize), idleTimeoutMillis: 0 } }),
  ],
  grafserv: { graphiql: false, websockets: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => ready(server.address().port));
