import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sendTo } from '../../src/cli/api-session.ts';
import { biddersCommand } from '../../src/cli/bidders.command.ts';
import { proofCommand, verifyCommand } from '../../src/cli/verify.command.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { firms, today } from './firms.ts';
import { readPdf } from './reading-pdf.ts';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'registry-shell-'));
beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, firms, today);
});
afterAll(() => server.stop());

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Ran {
  readonly out: string;
  readonly said: string;
  readonly code: typeof process.exitCode;
}

/** Runs a command in this process and captures its output. */
async function run(command: ReturnType<typeof biddersCommand>, ...words: string[]): Promise<Ran> {
  const [out, said]: [string[], string[]] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  ];
  try {
    await command.exitOverride().parseAsync(words, { from: 'user' });
    return { out: out.join(''), said: said.join(''), code: process.exitCode };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

const check = (path: string, ...words: string[]) => run(biddersCommand(), 'check', path, '--url', server.url, '--on', today, ...words);

describe('registry bidders check', () => {
  const list = () => file('list.csv', 'Company,WSIB\nAlder Paving Ltd.,\nDogwood Steel,\n,9000008\n');

  test('prints a line for each row, with a reason if something must be done; exit code 1 if not all are certified', async () => {
    const { out, code } = await check(list());
    expect(out).toMatch(/ {3}1 {2}✓ Certified {2}→ 2027-02-09 {2}Alder Paving Ltd\. · 9000000/);
    expect(out).toMatch(/ {3}2 {2}\? Choose the firm {2}Dogwood Steel\n {6}.*9000006/);
    expect(out).toMatch(/ {3}3 {2}◐ Pending/);
    expect(out).toContain('2 / 3 certified or pending');
    expect(code).toBe(1);
  });

  test('shows below a number that the name beside it is another firm’s, or only similar, with a requirement or without (R-60)', async () => {
    const path = file('other-names.csv', 'Company,WSIB\nDogwood Steel,9000000\nAlder Paveing,9000000\n');
    const { out } = await check(path);
    expect(out.match(/The name in this row is not on record for the firm with this number\./g)).toHaveLength(2);
    const requirement = file('cor.yaml', 'routes: [COR]\n');
    const { out: required, code } = await check(path, '--requirement', requirement);
    const plain = required.replaceAll(/\s+/g, ' ');
    expect(plain).toContain('The number is that of Alder Paving Ltd., and the name beside it is another.');
    expect(plain).toContain('The number is that of Alder Paving Ltd.; the name beside it is only similar. Compare the two.');
    expect([plain.includes('1 / 2'), code]).toEqual([true, 1]);
  });

  test('exits with 0 if all are certified', async () => {
    expect((await check(file('good.csv', 'WSIB\n9000000\n9000001\n'))).code).toBe(0);
    const requirement = file('requirement.yaml', 'routes: [COR]\nisPendingAccepted: false\n');
    expect((await check(file('good.csv', 'WSIB\n9000000\n'), '--requirement', requirement)).code).toBe(0);
    expect((await check(file('pending.csv', 'WSIB\n9000008\n'), '--requirement', requirement)).code).toBe(1);
  });

  test('takes a requirement stored for the key, by its name', async () => {
    const key = await server.keyFor('buyer', 'York Region');
    const keep = `mutation { keepRequirement(input: { idempotencyKey: "1", name: "York roads", requirement: { routes: [COR], isPendingAccepted: false } }) {
      __typename } }`;
    expect((await server.graphql(keep, {}, { key })).data.keepRequirement.__typename).toBe('KeptRequirement');
    const ask = (name: string) => check(file('pending.csv', 'WSIB\n9000008\n'), '--requirement', name, '--key', key, '--format', 'json');
    const { out, code } = await ask('york roads');
    expect([JSON.parse(out).rows[0].requirement.outcome, code]).toEqual(['NOT_MET', 1]);
    await expect(ask('York schools')).rejects.toThrow('There is no file York schools, and your key keeps no requirement of this name.');
  });

  test('prints one row for each input row, in order, as CSV and as JSON', async () => {
    const csv = await check(list(), '--format', 'csv', '--locale', 'fr');
    const rows: string[][] = parse(csv.out.replace('\uFEFF', ''));
    expect(rows.map((row) => row[6])).toEqual(['Situation', 'Certifié', 'Choisir l’entreprise', 'En attente']);
    const json = await check(list(), '--format', 'json');
    expect(JSON.parse(json.out).rows.map(({ row }: { row: { name: string } }) => row.name)).toEqual([
      'Alder Paving Ltd.',
      'Dogwood Steel',
      '',
    ]);
  });

  test('answers a row whose text is in columns that are not read, and says on standard error which those are', async () => {
    const path = file('other.csv', 'Soumission de;Compte WSIB;Prix\nAlder;9000000;5\nBirch ltée;;7\n');
    const { out, said, code } = await check(path, '--format', 'csv', '--locale', 'fr');
    const rows: string[][] = parse(out.replace('\uFEFF', ''));
    expect(rows.map((row) => row[6])).toEqual(['Situation', 'Certifié', 'À corriger']);
    expect([said, code]).toEqual(['Colonnes non utilisées\u00A0: Soumission de, Prix.\n', 1]);
    const title = await check(file('title.csv', 'Tender\u001B[2J T-1,\nName,WSIB\nAlder Paving Ltd.,9000000\n'), '--format', 'csv');
    expect([title.said, title.code]).toEqual(['Lines above the columns, not checked: Tender [2J T-1.\n', 0]);
  });

  test('writes its evidence as PDF, with correct names', async () => {
    const out = join(folder, 'evidence.pdf');
    await check(file('names.csv', 'WSIB\n9000003\n9000004\n'), '--format', 'pdf', '--out', out);
    const { pages } = await readPdf(readFileSync(out), 28);
    expect(pages.join(' ')).toContain('Evidence of a check of bidders');
    expect(pages.join(' ')).toContain('No receipt is kept without an API key.');
    for (const name of ['Łukasz & Doğan Bâtisseurs Őri inc.', 'ᓄᓇᕗᑦ ᓴᓇᔨᒃᑯᑦ'])
      expect(pages.join(' ').replaceAll(/\s+/g, ' ')).toContain(name);
  });

  test('continues after a dropped connection, and asks for no row twice', async () => {
    let calls = 0;
    const batches: number[] = [];
    const unsteady = createServer((incoming, outgoing) => {
      calls += 1;
      if (calls === 2 || calls === 3) return void incoming.socket.destroy();
      let body = '';
      incoming.on('data', (chunk) => (body += chunk));
      incoming.on('end', async () => {
        const { variables } = JSON.parse(body);
        if (variables.rows) batches.push(variables.rows.length);
        const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        outgoing.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      });
    });
    await new Promise<void>((resolve) => unsteady.listen(0, '127.0.0.1', resolve));
    const { port } = unsteady.address() as AddressInfo;
    const lines = Array.from({ length: 60 }, (_, at) => `Firm ${at} of nowhere Ltd.`).join('\n');
    const { out, said } = await run(
      biddersCommand(),
      'check',
      file('long.csv', `Company\n${lines}\n`),
      '--url',
      `http://127.0.0.1:${port}/`,
      '--format',
      'csv',
    );
    unsteady.close();
    expect(out.trim().split('\r\n')).toHaveLength(61);
    expect(batches).toEqual([25, 25, 10]);
    expect(said).toContain('Trying again in 1 s.');
  });

  test('explains what it cannot read', async () => {
    await expect(check(join(folder, 'missing.csv'))).rejects.toThrow('There is no file');
    await expect(check(file('list.pdf', '%PDF-1.7'))).rejects.toThrow('The file is a PDF.');
    const wrong = file('wrong.yaml', 'routes: [CORE]\n');
    await expect(check(list(), '--requirement', wrong)).rejects.toThrow('routes must be among COR, COR_2020');
    await expect(check(list(), '--requirement', file('other.yaml', 'route: COR\n'))).rejects.toThrow(
      'there is no route; it may have routes',
    );
    await expect(check(list(), '--url', 'registry')).rejects.toThrow('--url must be an address');
  });
});

describe('registry verify', () => {
  test('answers for a number and for a name, with the deciding clause', async () => {
    const number = await run(verifyCommand(), '9000008', '--url', server.url);
    expect(number.out).toMatch(/Elm Bridges Ltd\. · 9000008\n◐ Pending\n {2}1 November 2026 – 30 December 2026.*\n.*G-2\.4\.l/);
    expect(number.code).toBe(0);
    expect((await run(verifyCommand(), 'Alder Paving Ltd.', '--url', server.url, '--locale', 'fr')).out).toContain('✓ Certifié');
  });

  test('suggests firms for an inexact name', async () => {
    const { out, code } = await run(verifyCommand(), 'Dogwood Steel', '--url', server.url);
    expect(out).toContain('9000006 · Dogwood Steel Inc. · Sampleton');
    expect(code).toBe(1);
  });
});

test('a registry that takes a request and is silent is waited for, and that is said', async () => {
  const silent = createServer((_, response) => void setTimeout(() => response.end('{"data":{}}'), 300));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const lines = [];
  try {
    for (const saysAfter of [20, 20_000]) {
      await sendTo({ url, locale: 'fr' }, { saysAfter })('{ asOf }', {});
      lines.push(said.mock.calls.length);
    }
    expect(String(said.mock.calls[0]?.[0])).toBe('Le registre n’a pas encore répondu. Attente de 30 s au plus.\n');
  } finally {
    said.mockRestore();
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  }
  expect(lines).toEqual([1, 1]);
});

test('a registry that nothing reaches is said at once; one that drops the connection is tried again, and that is said', async () => {
  const dropping = createServer(({ socket }) => void socket.destroy());
  await new Promise<void>((resolve) => dropping.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(dropping.address() as AddressInfo).port}/`;
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const started = performance.now();
  const waiting = verifyCommand().parseAsync(['9000001', '--url', url, '--locale', 'fr'], { from: 'user' });
  while (said.mock.calls.length === 0 && performance.now() - started < 5_000) await new Promise((resolve) => setTimeout(resolve, 20));
  // It was reached, so it is tried again although nothing listens there any more: only then does an answer come.
  await new Promise((resolve) => dropping.close(resolve));
  const answering = createServer(
    (_, response) => void response.end('{"errors":[{"message":"No.","extensions":{"code":"BAD_USER_INPUT"}}]}'),
  );
  await new Promise<void>((resolve) => answering.listen(Number(new URL(url).port), '127.0.0.1', resolve));
  await expect(waiting).rejects.toThrow('No.');
  expect(String(said.mock.calls[0]?.[0])).toBe('Le registre est occupé ou injoignable. Nouvelle tentative dans 1 s.\n');
  said.mockRestore();
  answering.closeAllConnections();
  await new Promise((resolve) => answering.close(resolve));
  const before = performance.now();
  const refused = `The registry at ${url} does not answer.`;
  for (const command of [verifyCommand(), proofCommand()]) await expect(run(command, '9000001', '--url', url)).rejects.toThrow(refused);
  const list = file('one.csv', 'WSIB\n9000000\n');
  await expect(run(biddersCommand(), 'check', list, '--url', url)).rejects.toThrow(refused);
  expect(performance.now() - before).toBeLessThan(3_000);
});

test('registry proof says whether a document is in effect', async () => {
  const found = await run(proofCommand(), 'COR-2026-7K3M9QX2TB', '--url', server.url);
  expect([found.code, found.out.startsWith('✓ Document COR-2026-7K3M9QX2TB')]).toEqual([0, true]);
  // A number that can be guessed proves nothing until the firm on the paper is compared.
  const unnamed = await run(proofCommand(), 'C-7', '--url', server.url);
  expect([unnamed.code, unnamed.out]).toEqual([1, expect.stringMatching(/^\? Document C-7 [^\n]*\n {2}In effect: compare the firm\n$/)]);
  const own = await run(proofCommand(), 'C-7', '--holder', 'Dogwood Steel Inc.', '--url', server.url);
  expect([own.code, own.out]).toEqual([
    0,
    expect.stringMatching(/^✓ Document C-7 .*\n {2}The firm that you entered is the one on record\.\n$/),
  ]);
  const other = await run(proofCommand(), 'C-7', '--holder', '9000000', '--url', server.url, '--locale', 'fr');
  expect([other.code, other.out]).toEqual([
    1,
    expect.stringMatching(/^✗ Le document C-7, .*\n {2}Ce que vous avez saisi n’est pas consigné/),
  ]);
  const lost = await run(proofCommand(), 'C-3', '--url', server.url);
  expect([lost.code, lost.out.startsWith('✗')]).toEqual([1, true]);
  expect((await run(proofCommand(), 'nothing', '--url', server.url)).out).toContain('No document on record has this number.');
});
