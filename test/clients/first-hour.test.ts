import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { fixedClock, wallClock } from '../../src/clock.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { until } from '../support/until.ts';
import { ask, workOn } from '../support/webhook-owner.ts';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

// An integrator's first hour, from an empty folder: a verified list, a limit met and understood, changes followed over a restart, a webhook received.

const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Paving (synthetic) Ltd.,,,,'],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};
const folder = mkdtempSync(join(tmpdir(), 'registry-hour-'));
/** 100 look-ups at once: the second hundred rows of a list wait for theirs. */
const rates = { ...usualRates, buyer: { ...usualRates.buyer, lookUps: { capacity: 100, perSecond: 50 } } };

let server: WritingServer;
let key: string;
/** An instant at which budgets stand still: otherwise one fills up again before a slow program reaches its limit. */
let still: Date | null = null;
beforeAll(async () => {
  const clock = { ...fixedClock(`${today}T15:00:00Z`), wallNow: () => still ?? wallClock.wallNow() };
  server = await startWriting(facts, { upkeep: true, privateTargets: true, rates, clock });
  key = await server.keyFor('buyer', 'City of Sudbury');
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

interface Program {
  readonly child: ChildProcess;
  readonly lines: () => string[];
  readonly told: () => string;
  readonly ended: Promise<number | null>;
}

const running: Program[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

/** Runs a program in the integrator's folder, with the address and the key of the registry. */
const run = (command: string, ...words: string[]): Program => runAt(server.url, command, ...words);

function runAt(url: string, command: string, ...words: string[]): Program {
  const env = { ...process.env, COR_URL: url, COR_KEY: key, WEBHOOK_SECRET: secret };
  const child = spawn(command, words, { cwd: folder, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += String(text);
  });
  child.stderr.on('data', (text) => {
    said.err += String(text);
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const program = { child, lines: () => said.out.split('\n').slice(0, -1), told: () => said.err, ended };
  running.push(program);
  return program;
}
let secret = '';

/** Revokes the firm's COR and lifts that again. */
async function twoChanges(): Promise<void> {
  const { id: account } = await server.file('1000001');
  const { data } = await server.mutate('recordRevocation', { account, from: today, reason: 'Fraud', document: 'File 7' });
  const { id, version } = data.recordRevocation;
  await server.mutate('liftRevocation', { revocation: id, expectedVersion: version });
}

const exists = (path: string): boolean => {
  try {
    return readFileSync(path, 'utf8').length > 1;
  } catch {
    return false;
  }
};

/** A language in which an example is written, and how it is run: none of them is part of the project. */
interface Language {
  readonly name: string;
  readonly isInstalled: boolean;
  /** Makes ready what runs the example: the command, and the words before its own. */
  readonly prepare: () => readonly [string, ...string[]];
}
/** What a command shows; empty if it is not there. */
const shown = (...[command, ...words]: [string, ...string[]]): string => spawnSync(command, words, { encoding: 'utf8' }).stdout ?? '';
/** The second number of the first version in a text, such as 9 of Python 3.9.2. */
const minor = (text: string): number => Number(/\d\.(\d+)/.exec(text)?.[1] ?? 0);

const languages: Language[] = [
  {
    name: 'Python',
    isInstalled: minor(shown('python3', '--version')) >= 9,
    prepare: () => ['python3', resolve('examples/python/cor.py')],
  },
  {
    name: 'Go',
    isInstalled: minor(shown('go', 'version')) >= 19,
    prepare: () => {
      const program = join(folder, 'cor');
      const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOTOOLCHAIN: 'local' };
      for (const words of [
        ['vet', '.'],
        ['build', '-o', program, '.'],
      ]) {
        const { status, stderr } = spawnSync('go', words, { cwd: 'examples/go', env, encoding: 'utf8' });
        if (status !== 0) throw new Error(stderr);
      }
      return [program];
    },
  },
];

for (const { name, isInstalled, prepare } of languages) {
  const where = isInstalled ? describe : describe.skip;
  where(`in ${name}, with its standard library alone${isInstalled ? '' : ' (skipped: it is not installed)'},`, () => {
    let example: readonly [string, ...string[]];
    /** Each has a key, a budget and a webhook of its own. */
    beforeAll(async () => {
      example = prepare();
      key = await server.keyFor('buyer', `City with ${name}`);
    }, 120_000);

    test('a list is verified, row by row, and the program waits as long as a limit says', async () => {
      const numbers = ['1000001', 'none?', ...Array.from({ length: 118 }, (_, at) => String(7_000_000 + at))];
      writeFileSync(join(folder, 'bidders.txt'), `${numbers.join('\n')}\n`);
      still = new Date();
      const program = run(...example, 'verify', 'bidders.txt');
      await until(() => program.told() !== '').finally(() => (still = null));
      expect(await program.ended).toBe(0);
      const rows = program.lines();
      expect(rows.map((row) => row.split('\t')[0])).toEqual(numbers);
      expect(rows[0]).toMatch(/^1000001\tAlder Paving \(synthetic\) Ltd\.\tCERTIFIED: Certificate C-1 was issued/);
      expect(rows[1]).toMatch(/^none\?\t\tMust be a WSIB account number/);
      expect(rows.at(-1)).toMatch(/\t\tNO_CURRENT_CERTIFICATION: /);
      expect(program.told()).toMatch(/^The registry asks to wait \d s\.\n$/);
    }, 60_000);

    test('a wrong key is refused in a line', async () => {
      const right = key;
      key = `${right}x`;
      const program = run(...example, 'follow', 'never.txt');
      key = right;
      expect(await program.ended).toBe(1);
      expect(program.told()).toMatch(/^UNAUTHENTICATED ?: The API key is wrong\./);
    });

    test('a stream that a busy registry refuses is asked for again', async () => {
      const refusal = { errors: [{ message: 'The registry is busy.', extensions: { code: 'OVERLOADED' } }] };
      const change = { data: { statusChanged: { cursor: 'c2' } } };
      const asked: string[] = [];
      const busy = createServer(({ url = '' }, response) => {
        asked.push(new URL(url, 'http://127.0.0.1').searchParams.get('variables') ?? '');
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(`event: next\ndata: ${JSON.stringify(asked.length === 2 ? change : refusal)}\n\n`);
      });
      await once(busy.listen(0, '127.0.0.1'), 'listening');
      try {
        const cursor = join(folder, `${name} waits.txt`);
        writeFileSync(cursor, 'c1\n');
        // It listens on TCP, so it has this kind of address.
        const program = runAt(`http://127.0.0.1:${(busy.address() as AddressInfo).port}`, ...example, 'follow', cursor);
        await until(() => asked.length > 2);
        expect(asked.slice(0, 3).map((variables) => JSON.parse(variables).after)).toEqual(['c1', 'c1', 'c2']);
        expect(program.lines().map((line) => JSON.parse(line))).toEqual([{ cursor: 'c2' }]);
      } finally {
        busy.close();
      }
    });

    test('changes are followed over a restart, each handled once', async () => {
      const cursor = join(folder, `${name}.txt`);
      const program = run(...example, 'follow', cursor);
      await until(() => exists(cursor));
      await twoChanges();
      await until(() => program.lines().length === 2);
      await server.restart();
      await twoChanges();
      await until(() => program.lines().length === 4);
      const changes = program.lines().map((line) => JSON.parse(line));
      expect(new Set(changes.map(({ cursor: at }) => at)).size).toBe(4);
      expect(changes.map(({ after }) => after.standing)).toEqual([
        ...['NO_CURRENT_CERTIFICATION', 'CERTIFIED'],
        ...['NO_CURRENT_CERTIFICATION', 'CERTIFIED'],
      ]);
      await until(() => readFileSync(cursor, 'utf8').trim() === changes[3].cursor);
    }, 60_000);

    test('a webhook is received, and what the registry did not sign is refused', async () => {
      const worker = await workOn(server);
      try {
        const port = 20_000 + (process.pid % 12_000);
        const input = { url: `http://127.0.0.1:${port}/hook`, idempotencyKey: 'first' };
        const text = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { ... on IssuedWebhook { secret } } }';
        secret = (await ask(server, key, text, input)).createWebhook.secret;
        const program = run(...example, 'receive', String(port));
        await until(async () => (await post(port, '1')) === 400);
        expect(await post(port, String(Math.floor(Date.now() / 1000)))).toBe(400);
        await twoChanges();
        await until(() => program.lines().length === 2);
        expect(program.lines().map((line) => line.split(' ').slice(1).join(' '))).toEqual([
          'change.standing 1000001',
          'change.standing 1000001',
        ]);
      } finally {
        await worker.close();
      }
    }, 60_000);
  });
}

/** What a receiver answers to a message that nobody signed; null while it does not listen yet. */
const post = (port: number, sentAt: string): Promise<number | null> => {
  const headers = { 'webhook-timestamp': sentAt, 'webhook-id': 'msg_1', 'webhook-signature': 'v1,AAAA' };
  return fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', body: '{}', headers }).then(
    ({ status }) => status,
    () => null,
  );
};

describe('in TypeScript, with the packed client,', () => {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const node = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${words.join(' ')}\n${stdout}${stderr}`);
  };

  beforeAll(() => {
    const packed = join(folder, 'node_modules/cor-registry-client');
    mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
    cpSync('clients/typescript/package.json', join(packed, 'package.json'));
    for (const name of ['eventsource-parser', '@types/node', 'undici-types'])
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
    node(compiler, '-p', resolve('clients/typescript/tsconfig.json'), '--outDir', join(packed, 'dist'));
    cpSync('examples/typescript/follow.ts', join(folder, 'follow.ts'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    node(
      compiler,
      'follow.ts',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
    );
  }, 60_000);

  test('what the package lists as its files is all it needs', () => {
    const { files, exports } = JSON.parse(readFileSync('clients/typescript/package.json', 'utf8'));
    expect(files).toEqual(['dist']);
    for (const path of Object.values<string>(exports['.']))
      expect(exists(join(folder, 'node_modules/cor-registry-client', path))).toBe(true);
  });

  test('an empty project with strict types follows changes over a restart, each handled once', async () => {
    const cursor = join(folder, 'typescript.txt');
    const program = run(process.execPath, 'follow.js', cursor);
    await until(() => exists(cursor));
    await twoChanges();
    await until(() => program.lines().length === 4);
    await server.restart();
    await twoChanges();
    await until(() => program.lines().length === 8);
    const [gone, back] = [`1000001 CERTIFIED NO_CURRENT_CERTIFICATION ${today}`, `1000001 NO_CURRENT_CERTIFICATION CERTIFIED ${today}`];
    expect(program.lines().filter((line) => !line.startsWith('now'))).toEqual([gone, back, gone, back]);
  }, 60_000);
});
