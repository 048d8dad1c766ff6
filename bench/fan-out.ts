import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { document, RegistryClient, statusChanged } from '../clients/typescript/src/index.ts';
import { Authentication } from '../src/access/authentication.ts';
import { clockOf, wallClock } from '../src/clock.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import { startUpkeep } from '../src/jobs/upkeep.ts';
import { Admission } from '../src/server/limits/admission.ts';
import { makeSchema } from '../src/server/schema.ts';
import { type ServerParts, startServer } from '../src/server/server.ts';
import { makeLog } from '../src/server/telemetry/log.ts';
import { CountedCalls, Crowd } from './fan-out-crowd.ts';
import { startPlainServer } from './fan-out-plain.ts';
import { numbersGiven } from './flags.ts';
import { makeRegistry, type SoakRegistry } from './soak/registry.ts';

// Delivers a revocation to many subscribers without a key who ask the same, over WebSockets: by graphql-ws in its plain way (see fan-out-plain.ts),
// and by our server. They take turns in one process, on one database; the subscribers are in a separate process. Default: 5,000 subscribers and 3
// rounds; `npm run bench:fan-out -- --help` for other numbers.

const { subscribers, rounds } = numbersGiven('bench:fan-out', 'Delivers a revocation to many subscribers, in two ways.', {
  subscribers: ['how many subscribe', 5000],
  rounds: ['how many rounds', 3],
});
const perSocket = 20;
const eventsARound = 3;
/** How many subscribers are idle while the memory of each is measured. */
const IDLE = 1000;
const log = makeLog('error', process.stderr);

const operations: Readonly<Record<string, string>> = {
  "our client's operation": statusChanged.text,
  'a short operation': `subscription { statusChanged {
    cursor effectiveOn account { wsibAccount } before { standing } after { standing } } }`,
};

const revocation = document<{ recordRevocation: { __typename: string } }, { input: Readonly<Record<string, string>> }>(
  'mutation ($input: RecordRevocationInput!) { recordRevocation(input: $input) { __typename } }',
);

/** Milliseconds from sending the mutation until the last subscriber has the event, and the server's CPU time within them. */
interface Taken {
  readonly ms: number;
  readonly cpuMs: number;
}

/** Where the subscribers connect: its address, and how to close it. */
interface Way {
  readonly url: string;
  close(): Promise<void>;
}

class FanOut {
  private readonly parts: ServerParts;
  private readonly wake: CountedCalls;
  private readonly revokeNext: () => Promise<void>;

  constructor(parts: ServerParts, wake: CountedCalls, revokeNext: () => Promise<void>) {
    this.parts = parts;
    this.wake = wake;
    this.revokeNext = revokeNext;
  }

  plain(): Promise<Way> {
    return startPlainServer({ ...this.parts, authentication: new Authentication(this.parts.source, this.parts.clock) });
  }

  /** The times of some events, after a first one that does not count. */
  async round({ url, close }: Way, query: string): Promise<Taken[]> {
    const crowd = new Crowd(`${url.replace('http', 'ws')}/graphql`, query, subscribers, perSocket);
    const taken: Taken[] = [];
    for (let event = 0; event <= eventsARound; event++) taken.push(await this.event(crowd));
    await crowd.orGone(this.wake.until(subscribers));
    if ((await crowd.count()) !== taken.length * subscribers) throw new Error('Other events were delivered than those that were measured.');
    await crowd.leave();
    await close();
    await this.wake.until(0);
    return taken.slice(1);
  }

  /** Kilobytes of memory that each of a thousand idle subscribers takes: what the garbage collector leaves, and what the process has in all. */
  async idle({ url, close }: Way, query: string, each: number): Promise<string> {
    const before = memory();
    const crowd = new Crowd(`${url.replace('http', 'ws')}/graphql`, query, IDLE, each);
    await crowd.orGone(this.wake.until(IDLE));
    const after = memory();
    await crowd.leave();
    await close();
    await this.wake.until(0);
    const kilobytes = (name: 'kept' | 'resident') => ((after[name] - before[name]) / IDLE / 1024).toFixed(1);
    return `${kilobytes('kept')} KB kept, ${kilobytes('resident')} KB resident`;
  }

  private async event(crowd: Crowd): Promise<Taken> {
    await crowd.orGone(this.wake.until(subscribers));
    const [sentAt, used] = [performance.timeOrigin + performance.now(), process.cpuUsage()];
    const [{ at }] = await Promise.all([crowd.next(), this.revokeNext()]);
    const { user, system } = process.cpuUsage(used);
    return { ms: at - sentAt, cpuMs: (user + system) / 1000 };
  }
}

/** Bytes after a garbage collection. */
function memory(): { readonly kept: number; readonly resident: number } {
  global.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { kept: heapUsed + external, resident: rss };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const medians = (taken: readonly Taken[]): Taken => ({
  ms: median(taken.map(({ ms }) => ms)),
  cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
});

const line = ({ ms, cpuMs }: Taken): string => `${ms.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of CPU`;

async function compare(fanOut: FanOut, ours: Way, [name, query]: readonly [string, string]): Promise<void> {
  const taken: Record<'plain' | 'ours', Taken[]> = { plain: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    taken.plain.push(...(await fanOut.round(await fanOut.plain(), query)));
    taken.ours.push(...(await fanOut.round(ours, query)));
  }
  const [plain, own] = [medians(taken.plain), medians(taken.ours)];
  const parts = `${(own.ms / plain.ms).toFixed(2)} of the time, ${(own.cpuMs / plain.cpuMs).toFixed(2)} of the CPU`;
  console.log(`${name}: plain ${line(plain)}; ours ${line(own)}: ${parts}`);
}

function revoking({ accounts }: SoakRegistry, url: string, key: string): () => Promise<void> {
  const client = new RegistryClient({ url, key });
  let next = 0;
  return async () => {
    const account = accounts[next++] ?? '';
    const input = { account, idempotencyKey: `fan-out-${next}`, reason: 'Fan-out', document: 'Bench' };
    const { recordRevocation } = await client.ask(revocation, { input });
    if (recordRevocation.__typename !== 'Revocation') throw new Error('The revocation was refused.');
  };
}

/** Admits everyone: the crowd comes all at once, and must be complete before anything is measured. */
class Everyone extends Admission {
  override admits(): boolean {
    return true;
  }
}

/** As in a running server, except for its limits. */
async function partsOf(source: DataSource, wake: CountedCalls, uploadsFolder: string): Promise<ServerParts> {
  const unlimited = { rates: null, admission: new Everyone(), socketLimits: { perAddress: subscribers, subscriptions: perSocket } };
  const network = { host: '127.0.0.1', port: 0, proxies: 0, corsOrigins: [], metrics: null, tracing: null };
  const explorerFolder = fileURLToPath(new URL('../explorer', import.meta.url));
  const deskFolder = fileURLToPath(new URL('../desk', import.meta.url));
  const shared = { schema: await makeSchema(), source, clock: clockOf(wallClock.wallNow), log, wake };
  return { ...shared, ...network, ...unlimited, explorerFolder, deskFolder, uploadsFolder };
}

async function run(databaseUrl: string, folder: string): Promise<void> {
  const registry = await makeRegistry(databaseUrl, Object.keys(operations).length * rounds * 2 * (eventsARound + 1));
  const upkeep = startUpkeep({ source: registry.dataSource, clock: clockOf(wallClock.wallNow), log });
  const wake = new CountedCalls(upkeep.wake);
  const parts = await partsOf(registry.dataSource, wake, folder);
  const server = await startServer(parts);
  const fanOut = new FanOut(parts, wake, revoking(registry, server.url, await registry.keyOf('staff', 'Clerk')));
  const ours = { url: server.url, close: async () => {} };
  console.log(
    `${subscribers} subscribers, ${perSocket} on a socket; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the start`,
  );
  for (const [name, query] of Object.entries(operations))
    for (const each of [1, perSocket])
      console.log(
        `idle, ${name}, ${each} on a socket: plain ${await fanOut.idle(await fanOut.plain(), query, each)}; ours ${await fanOut.idle(ours, query, each)}`,
      );
  for (const operation of Object.entries(operations)) await compare(fanOut, ours, operation);
  await server.close();
  await upkeep.close();
  await registry.dataSource.destroy();
}

const [server, folder] = [await startEphemeral(), await mkdtemp(join(tmpdir(), 'fan-out-'))];
try {
  await run(server.url, folder);
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
