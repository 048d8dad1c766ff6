// The load of a drill: one writer and four readers, until SIGTERM; then writes what they saw. A 503 with Retry-After is heeded, as a
// client should: the request waits and is made again. node load.mjs REPORT KEY URL...
import { writeFileSync } from 'node:fs';

const [report, key, ...urls] = process.argv.slice(2);
const seen = { written: [], refused: 0, reads: 0, failed: 0, waited: 0, stoodStill: { writes: 0, reads: 0 } };
const last = { writes: Date.now(), reads: Date.now() };
let running = true;
process.on('SIGTERM', () => (running = false));

const create =
  'mutation M($input: CreateOrganizationInput!) { createOrganization(input: $input) { __typename ... on Organization { id } } }';
const verify = '{ verify(subject: { wsibAccount: "9000001" }) { standing } }';

async function ask(query, variables, turn) {
  const answer = await fetch(`${urls[turn % urls.length]}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(5000),
  });
  const { data, errors } = await answer.json();
  const after = answer.headers.get('retry-after');
  if (answer.status === 503 && after !== null && running) {
    seen.waited++;
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(after)));
    return ask(query, variables, turn + 1);
  }
  if (errors?.some(({ extensions }) => extensions.code === 'INTERNAL')) {
    console.error(`a fault of the registry: ${answer.status} ${JSON.stringify(errors)}`);
    process.exitCode = 1;
  }
  if (answer.status !== 200 || errors) throw new Error(`${answer.status} ${JSON.stringify(errors)}`);
  return data;
}

function stood(what) {
  seen.stoodStill[what] = Math.max(seen.stoodStill[what], Date.now() - last[what]);
  last[what] = Date.now();
}

// The same key and the same input until it is acknowledged, as a client that means to write once does.
async function write() {
  for (let turn = 0; running; turn++) {
    const legalName = `Drill ${process.pid}-${turn} (synthetic) Ltd.`;
    const input = { legalName, idempotencyKey: `drill-${process.pid}-${turn}` };
    for (let attempt = 0; running; attempt++) {
      try {
        const { createOrganization } = await ask(create, { input }, turn + attempt);
        if (createOrganization.__typename !== 'Organization') throw new Error(createOrganization.__typename);
        seen.written.push(legalName);
        stood('writes');
        break;
      } catch (error) {
        if (seen.refused++ === 0) console.error(`first write not acknowledged: ${error.message}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function read(reader) {
  for (let turn = reader; running; turn++) {
    try {
      await ask(verify, {}, turn);
      seen.reads++;
      stood('reads');
    } catch (error) {
      if (seen.failed++ === 0) console.error(`first read that failed: ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

await Promise.all([write(), read(0), read(1), read(2), read(3)]);
writeFileSync(report, JSON.stringify(seen));
