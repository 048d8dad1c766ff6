import 'reflect-metadata';
import { setMaxListeners } from 'node:events';
import { type ChangeFilter, changes, RegistryClient } from '../clients/typescript/src/index.ts';
import { startEphemeral } from '../src/database/embedded/ephemeral.ts';
import { Chance } from '../src/demo/chance.ts';
import { numbersGiven } from './flags.ts';
import { onceBack } from './soak/away.ts';
import { Chaos } from './soak/chaos.ts';
import { Receiver, Subscriber } from './soak/consumers.ts';
import { Nodes } from './soak/nodes.ts';
import { makeRegistry, type SoakRegistry } from './soak/registry.ts';
import { faultsOf, faultsOfChain, faultsOfFeed } from './soak/verdict.ts';
import { Writer } from './soak/writers.ts';

// Writers, nodes, subscribers and receivers of webhooks, while nodes, listening connections and receivers are killed. At the end each consumer must
// have exactly the changes that its filter and rights allow, in order. `npm run soak -- --seconds 60 --seed 7`; exit code 1 if one does not.

const sizes = numbersGiven(
  'soak',
  'Writes and follows while nodes and connections are killed, and checks that every consumer gets its changes.',
  {
    seed: ['the same number kills in the same order', 2026],
    seconds: ['how long to write', 60],
    accounts: ['how many accounts', 200],
    nodes: ['how many nodes', 3],
    writers: ['how many writers', 8],
    subscribers: ['how many subscribers', 50],
    receivers: ['how many receivers of webhooks', 5],
  },
);
const { seed, seconds, nodes: nodeCount } = sizes;
const chance = new Chance(seed);

const numbered = <Thing>(count: number, make: (at: number) => Promise<Thing>): Promise<Thing[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)));

const scopes = [null, 'buyer', 'wsib', 'staff', 'organization', 'ministry'] as const;

function filterAt(at: number, accounts: readonly string[]): ChangeFilter {
  const filters: ChangeFilter[] = [
    {},
    { kinds: ['STANDING', 'DOCUMENT', 'CORRECTION', 'REASONS', 'NOTICE'] },
    { kinds: ['STANDING'] },
    { standings: ['CERTIFIED'] },
    { accounts: accounts.slice(at, at + 20) },
  ];
  return filters[at % filters.length] ?? {};
}

const makeSubscribers = ({ keyOf, accounts }: SoakRegistry): Promise<Subscriber[]> =>
  numbered(sizes.subscribers, async (at) => {
    const scope = scopes[at % scopes.length] ?? null;
    return new Subscriber(`subscriber ${at} (${scope ?? 'public'})`, scope && (await keyOf(scope, `S ${at}`)), filterAt(at, accounts));
  });

const makeReceivers = ({ keyOf, accounts }: SoakRegistry): Promise<Receiver[]> =>
  numbered(sizes.receivers, async (at) => {
    const scope = at % 2 === 0 ? 'staff' : 'buyer';
    return new Receiver(`receiver ${at} (${scope})`, await keyOf(scope, `R ${at}`), filterAt(at, accounts));
  });

async function run(url: string): Promise<string[]> {
  const registry = await makeRegistry(url, sizes.accounts);
  const nodes = await Nodes.start(nodeCount, url, chance);
  const [writing, raging, following] = [new AbortController(), new AbortController(), new AbortController()];
  setMaxListeners(0, following.signal);
  try {
    const staff = await registry.keyOf('staff', 'Clerk');
    const client = new RegistryClient({ url: 'http://127.0.0.1/', key: staff, fetch: nodes.fetch });
    const start = (await client.ask(changes, { first: 1 })).changes.latest;
    const [subscribers, receivers] = [await makeSubscribers(registry), await makeReceivers(registry)];
    const writers = await numbered(sizes.writers, async (at) => new Writer(`w${at}`, staff, nodes, registry, chance));
    for (const receiver of receivers) await receiver.order(nodes, start);
    const followed = subscribers.map((subscriber) => subscriber.follow(nodes, start, following.signal));
    const chaos = new Chaos(nodes, receivers, registry.dataSource, chance);
    const raged = chaos.rage(raging.signal);
    const written = writers.map((writer) => writer.write(writing.signal, 50));
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    writing.abort();
    await Promise.all(written);
    raging.abort();
    await raged;
    const { dataSource } = registry;
    const faults = [...(await onceBack(() => faultsOfFeed(dataSource))), ...(await onceBack(() => faultsOfChain(dataSource)))];
    for (const subscriber of subscribers) faults.push(...(await faultsOf(subscriber, nodes, start)));
    for (const receiver of receivers)
      for (const fault of await faultsOf(receiver, nodes, start)) faults.push(`${fault} ${await receiver.state(nodes)}`);
    following.abort();
    await Promise.all(followed);
    await Promise.all(receivers.map((receiver) => receiver.close()));
    const total = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0);
    const { length } = faults;
    console.log(
      `seed ${seed}: ${total(writers.map(({ done }) => done))} mutations done, ${total(writers.map(({ refused }) => refused))} refused; ` +
        `${Object.entries(chaos.harms)
          .map(([harm, count]) => `${count} ${harm}`)
          .join(', ')}; ` +
        `${total(subscribers.map(({ received }) => received.length))} changes to ${subscribers.length} subscribers over ${total(subscribers.map(({ breaks }) => breaks))} broken lines, ` +
        `${total(subscribers.map(({ repeats }) => repeats))} unrecognized repeats; ${total(receivers.map(({ received }) => received.length))} to ${receivers.length} receivers, ` +
        `${total(receivers.map(({ repeats }) => repeats))} repeats known by their id; ${length === 0 ? 'nothing is missing' : `${length} at fault`}`,
    );
    return [...faults, ...subscribers.filter(({ repeats }) => repeats > 0).map(({ name }) => `${name}: it received a change twice.`)];
  } finally {
    for (const each of [writing, raging, following]) each.abort();
    await nodes.stop();
    await registry.dataSource.destroy();
  }
}

// A database of the drill, which harms it from outside; otherwise one of its own.
const given = process.env.SOAK_DATABASE_URL;
const server = given === undefined ? await startEphemeral() : { url: given, stop: async () => {} };
try {
  const faults = await run(server.url);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await server.stop();
}
