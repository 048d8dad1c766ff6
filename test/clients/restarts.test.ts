import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EventSource } from 'eventsource';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { until } from '../support/until.ts';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

// The examples of the documentation run from its text, on a server that restarts meanwhile: each change is handled once, none is missed.

const names = ['graphql-ws', 'graphql-sse', 'EventSource'];
const numbers = names.map((_name, at) => String(1_000_001 + at));
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
  ],
  accounts: ['account,organization,wsib_account', ...numbers.map((number) => `A-${number},O-1,${number}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...numbers.map((number) => `C-${number},A-${number},COR_2020,EXTERNAL_AUDIT,2030-06-01`),
  ],
};

let server: WritingServer;
beforeAll(async () => {
  server = await startWriting(facts, { upkeep: true });
});
afterAll(() => server.stop());

/** Revokes an account's certificate and lifts that again: two changes of standing. */
async function twoChanges(number: string): Promise<void> {
  const { id: account } = await server.file(number);
  const { data } = await server.mutate('recordRevocation', { account, from: today, reason: 'Fraud', document: 'File 7' });
  const { id: revocation, version } = data.recordRevocation;
  const lifted = await server.mutate('liftRevocation', { revocation, expectedVersion: version });
  expect(lifted.data.liftRevocation.__typename).toBe('Revocation');
}

/** Every cursor of an account's changes after a position, as the feed has them. */
async function fed(after: string, number: string): Promise<string[]> {
  const query = `query ($after: String) { changes(after: $after, first: 50, filter: { kinds: [STANDING] }) { nodes { cursor ... on StatusChange { account { wsibAccount } } } } }`;
  const { data } = await server.graphql(query, { after });
  return data.changes.nodes.filter((each: Change) => each.account?.wsibAccount === number).map(({ cursor }: Change) => cursor);
}

interface Change {
  readonly cursor: string;
  readonly account: { readonly wsibAccount: string } | null;
}

/** What a program stores, and which changes of one account it has handled. */
class Program {
  readonly handled: string[] = [];
  readonly stored: string[] = [];
  readonly number: string;
  isOver = false;

  constructor(number: string) {
    this.number = number;
  }

  handle = async ({ cursor, account }: Change): Promise<void> => {
    if (this.isOver) throw new Error('over');
    if (account?.wsibAccount === this.number) this.handled.push(cursor);
  };

  storedCursor = async (): Promise<string | undefined> => this.stored.at(-1);

  storeCursor = async (cursor: string): Promise<void> => {
    this.stored.push(cursor);
  };
}

/** Makes changes while the program follows, breaks its connection, makes more at once, and more when it is back. */
async function challenge(program: Program): Promise<void> {
  try {
    await challenged(program);
  } finally {
    program.isOver = true;
  }
}

async function challenged(program: Program): Promise<void> {
  await until(() => program.stored.length > 0);
  const [start = ''] = program.stored;
  for (let round = 1; round <= 3; round++) {
    await twoChanges(program.number);
    await until(() => program.handled.length === 4 * round - 2);
    // Once it is away for longer than programs wait before they try again.
    await server.restart(round === 2 ? 700 : 0);
    await twoChanges(program.number);
    await until(() => program.handled.length === 4 * round);
  }
  expect(program.handled).toEqual(await fed(start, program.number));
  // The stored cursor never goes back: each stands after the previous one in the feed.
  expect(new Set(program.stored).size).toBe(program.stored.length);
}

const page = readFileSync('docs/subscriptions.md', 'utf8');
const examples = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

/** Runs an example of the page with the values that it expects to be defined. */
function run(code: string, given: Record<string, unknown>): Promise<void> {
  const text = code.replace(/^import .*$/gm, '').replaceAll('https://registry.example.ca', server.url);
  return new AsyncFunction(...Object.keys(given), text)(...Object.values(given));
}

/** Shorter than the examples wait, to keep the tests quick. */
const soonFor = (program: Program) => (again: () => void) => {
  if (!program.isOver) setTimeout(again, 200);
};

describe('each change is handled once and none is missed, over three restarts,', () => {
  test('by the example with graphql-ws', async () => {
    const program = new Program(numbers[0] ?? '');
    const { handle, storedCursor, storeCursor } = program;
    const key = await server.keyFor('buyer', 'City of Sudbury');
    const ended = run(examples[0] ?? '', {
      createClient,
      WebSocket,
      key,
      handle,
      storedCursor,
      storeCursor,
      setTimeout: soonFor(program),
    }).catch((error: unknown) => error);
    await challenge(program);
    await twoChanges(program.number);
    // An error thrown by the program's own code reaches the program.
    expect(await ended).toEqual(new Error('over'));
  });

  test('by the same with graphql-sse', async () => {
    const program = new Program(numbers[1] ?? '');
    const { handle, storeCursor } = program;
    const { data } = await server.graphql('{ changes(first: 1) { latest } }');
    await storeCursor(data.changes.latest);
    const query =
      'subscription ($after: String) { statusChanged(after: $after, filter: { kinds: [STANDING] }) { cursor account { wsibAccount } } }';
    const follow = async () => {
      while (!program.isOver) {
        const client = createSseClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
        try {
          const after = program.stored.at(-1);
          for await (const { data: event } of client.iterate<{ statusChanged: Change }>({ query, variables: { after } })) {
            if (!event) continue;
            await handle(event.statusChanged);
            await storeCursor(event.statusChanged.cursor);
          }
        } catch {
          if (program.isOver) return;
          await new Promise<void>(soonFor(program));
        } finally {
          client.dispose();
        }
      }
    };
    const ended = follow();
    await challenge(program);
    await twoChanges(program.number);
    await ended;
  });

  test('by the example for browsers, which reconnects by itself', async () => {
    const program = new Program(numbers[2] ?? '');
    const sources: EventSource[] = [];
    class Watched extends EventSource {
      constructor(url: string) {
        super(url);
        sources.push(this);
        // The example shows only what a page needs; the cursor of each message is its id.
        for (const type of ['begin', 'next']) this.addEventListener(type, ({ lastEventId }) => this.keep(type, lastEventId));
      }

      private keep(type: string, id: string): void {
        if (type === 'next') this.ids.push(id);
        else if (program.stored.length === 0) program.stored.push(id);
      }

      readonly ids: string[] = [];
    }
    const shown: { cursor: string; behind: number }[] = [];
    const show = (begun: { cursor: string; behind: number }) => shown.push(begun);
    const handle = (change: Omit<Change, 'cursor'>) => {
      const cursor = sources[0] instanceof Watched ? (sources[0].ids.at(-1) ?? '') : '';
      void program.handle({ ...change, cursor });
    };
    await run(examples[1] ?? '', { EventSource: Watched, show, handle });
    await challenge(program).finally(() => sources[0]?.close());
    // It came back three times, each time after the last change it had.
    expect(shown).toHaveLength(4);
  });
});
