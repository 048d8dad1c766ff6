import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { writeDemo } from '../../src/demo/demo.service.ts';
import { compiled } from '../support/compiled.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { countOf, headers, reportLines, writeImportFolder } from '../support/importing.ts';

const small = new URL('../fixtures/small', import.meta.url).pathname;

let database: FreshDatabase;
let dataSource: DataSource;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  folder = mkdtempSync(join(tmpdir(), 'import-cli-'));
}, 60_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `registry <arguments>` in this test's own folder. */
function start(given: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [compiled('src/cli/registry.js'), ...given], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, ...environment },
  });
}

const registry = (...given: readonly string[]): Promise<Ran> => registryWith({}, ...given);

async function registryWith(environment: Readonly<Record<string, string>>, ...given: readonly string[]): Promise<Ran> {
  const child = start(given, environment);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (err += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

describe('kill -9 in the middle of an import', () => {
  const moments = {
    'while rows are read': 'copy staged_%',
    'while facts are recorded': '%insert into certificate%',
    'while standings are computed': 'copy standing_period %',
  };

  test.each(Object.entries(moments))('%s leaves nothing behind', async (_, statement) => {
    const large = mkdtempSync(join(tmpdir(), 'import-killed-'));
    writeDemo(large, 3000, '2026-06-01');
    const child = start(['import', large, '--quiet']);
    const backend = await backendAt(statement);
    child.kill('SIGKILL');
    await gone(backend);
    rmSync(large, { recursive: true });
    await expectNothing();
  });

  test.each([moments['while rows are read'], moments['while standings are computed']])(
    'is like the loss of the database, which is named: %s',
    async (statement) => {
      const large = mkdtempSync(join(tmpdir(), 'import-lost-'));
      writeDemo(large, 1000, '2026-06-01');
      const lost = registry('import', large, '--quiet');
      await dataSource.query('select pg_terminate_backend($1)', [await backendAt(statement)]);
      expect(await lost).toEqual({
        code: 2,
        out: '',
        err: 'The connection to the database was lost. What was not finished is not recorded: run the command again.\n',
      });
      rmSync(large, { recursive: true });
      await expectNothing();
    },
  );

  test('is like Ctrl-C, which is answered', async () => {
    const large = mkdtempSync(join(tmpdir(), 'import-interrupted-'));
    writeDemo(large, 1000, '2026-06-01');
    const child = start(['import', large, '--quiet', '--locale', 'fr']);
    let said = '';
    child.stderr?.on('data', (chunk) => (said += chunk));
    const ended = new Promise((resolve) => child.once('close', resolve));
    const backend = await backendAt(moments['while rows are read']);
    child.kill('SIGINT');
    expect([await ended, said]).toEqual([130, 'Interrompu. Ce qui n’était pas terminé n’est pas consigné.\n']);
    await gone(backend);
    rmSync(large, { recursive: true });
    await expectNothing();
  });

  async function expectNothing(): Promise<void> {
    for (const table of [
      'organization',
      'account',
      'certificate',
      'document_number',
      'standing_period',
      'recording',
      'audit_log',
      'registry',
    ]) {
      expect(await countOf(dataSource, table)).toBe(0);
    }
  }

  async function backendAt(statement: string): Promise<number> {
    for (;;) {
      const [row]: { pid: number }[] = await dataSource.query(
        `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query ilike $1`,
        [statement],
      );
      if (row) return row.pid;
      await sleep(2);
    }
  }

  async function gone(pid: number): Promise<void> {
    for (;;) {
      const rows: unknown[] = await dataSource.query('select from pg_stat_activity where pid = $1', [pid]);
      if (rows.length === 0) return;
      await sleep(20);
    }
  }
});

describe('registry import', () => {
  test('imports, says so, and exits with 0', async () => {
    const { code, out } = await registry('import', small);
    expect(code).toBe(0);
    expect(out).toMatch(/^Imported\. Standings computed: 4\.\n/);
    expect(out).toMatch(/ {2}letters\.csv +2 rows +2 new +0 changed +0 as before +0 bad/);
    expect(await countOf(dataSource, 'account')).toBe(4);
  });

  test('exits with 1 on bad rows and writes the report into the current folder', async () => {
    const bad = writeImportFolder({ 'letters.csv': [headers.letters, 'L,C-1,2,2025-02-30', 'M,C-1,3,2025-02-28'] });
    const { code, out } = await registry('import', bad);
    const [report] = readdirSync(folder);
    expect(code).toBe(1);
    expect(report).toMatch(/^import-report-\d{8}T\d{6}Z\.csv$/);
    expect(out).toContain('Nothing was imported: 1 bad row. --partial would keep the good ones.');
    expect(out).toMatch(/ {2}letters\.csv +2 rows +1 good +1 bad\n/);
    expect(out).toContain('  error letters.csv:2:issued_on must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD');
    expect(out).toContain(`Every bad row and warning is in ${report}.`);
    expect(reportLines(join(folder, report ?? ''))).toEqual([
      'error letters.csv:2 issued_on: must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD',
    ]);
    rmSync(bad, { recursive: true });
  });

  test('exits with 1 on --partial too, and writes the report to the named file', async () => {
    const bad = writeImportFolder({
      'letters.csv': [headers.letters, 'L,C-1,2,2025-02-30'],
      'accounts.csv': [headers.accounts, 'ACC-9,ORG-1,'],
    });
    const { code, out } = await registry('import', bad, '--partial', '--report', join(bad, 'wrong.csv'));
    expect(code).toBe(1);
    expect(out).toMatch(/^The good rows were imported; 1 bad row left out\./);
    expect(reportLines(join(bad, 'wrong.csv'))).toHaveLength(1);
    rmSync(bad, { recursive: true });
  });

  test('does not offer --partial for a wrong header, because it would keep nothing', async () => {
    const bad = writeImportFolder({ 'letters.csv': ['number,certificate_number,year'] });
    const { code, out } = await registry('import', bad, '--partial', '--report', join(bad, 'wrong.csv'));
    expect(code).toBe(1);
    expect(out).toMatch(/^Nothing was imported: the columns of the files do not match the format\.\n {2}error letters\.csv:1:issued_on /);
    rmSync(bad, { recursive: true });
  });

  test('overwrites no file that it reads and no template that may be filled in', async () => {
    const own = writeImportFolder({ 'letters.csv': [headers.letters, 'L,C-1,2,2025-02-30'] });
    const letters = join(own, 'letters.csv');
    const before = readFileSync(letters, 'utf8');
    for (const given of [own, letters])
      expect(await registry('import', given, '--report', letters)).toMatchObject({
        code: 2,
        err: expect.stringContaining(`The report would overwrite ${letters}, which is being imported.`),
      });
    expect(await registry('import', letters, '--report', own, '--locale', 'fr')).toMatchObject({
      code: 2,
      err: expect.stringContaining(`Le rapport ne peut être écrit\u00A0: ${own} est un dossier.`),
    });
    expect(await registry('import', '--template', letters)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already, and may be filled in: move it away'),
    });
    expect(readFileSync(letters, 'utf8')).toBe(before);
    expect(await registry('import', '--template', join(own, 'new.xlsx'))).toMatchObject({ code: 0 });
    rmSync(own, { recursive: true });
  });

  test('exits with 2 if it cannot begin', async () => {
    expect(await registry('import', join(folder, 'nowhere'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('is neither a folder nor a file that can be read'),
    });
    expect(await registry('import')).toMatchObject({ code: 2, err: expect.stringContaining('Name the folder or the workbook to import') });
    expect(await registry('import', small, '--report', join(folder, 'nowhere/report.csv'))).toMatchObject({ code: 2 });
    expect(await registry('import', small, '--everything')).toMatchObject({ code: 2 });
    writeFileSync(join(folder, 'file'), '');
    expect(await registry('import', join(folder, 'file'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds file, which is not part of the format'),
    });
  });
});

describe('the other commands', () => {
  test('explain prints a decision with its clauses, in English and in French', async () => {
    const { code, out } = await registry('explain', '123-4567', '--on', '2026-03-18');
    expect(code).toBe(0);
    expect(out).toContain('18 March 2026: pending (PENDING)');
    expect(out).toContain('since 18 March 2026, last day 16 May 2026, then certification lost');
    expect(out).toMatch(/→ ✓ G-2\.5\.c /);
    expect(out).toMatch(/ {2}– R-29 /);
    expect(out).toContain('(→ decides the standing; ✓ applies; – does not apply; neither is good or bad by itself)');
    expect((await registry('explain', 'ACC-1', '--on', '2026-03-18', '--locale', 'fr')).out).toContain('18\u00A0mars\u00A02026\u00A0: ');
  });

  test('explain shows what was known at an instant, and says what it does not find', async () => {
    const { out } = await registry('explain', 'ACC-1', '--on', '2026-03-18', '--known-at', new Date().toISOString());
    expect(out).toContain('(PENDING)');
    expect(await registry('explain', 'ACC-1', '--known-at', '2020-01-01T00:00:00Z')).toMatchObject({
      code: 2,
      err: expect.stringContaining('not known'),
    });
    expect(await registry('explain', 'ACC-77')).toMatchObject({ code: 2, err: 'There is no such account.\n' });
    const suggested = await registry('explain', '1234576');
    expect(suggested).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^There is no such account\. Did you mean one of these\?\n {2}1234567 · /),
    });
    const french = await registry('explain', 'entreprise inconnue 1234568', '--locale', 'fr');
    expect(french.err).toMatch(/^Il n’y a pas de compte de ce numéro\. S’agit-il de l’un de ceux-ci\?\n {2}1234567 · /);
    expect(await registry('explain', 'ACC-1', '--on', '2026-02-30')).toMatchObject({
      code: 2,
      err: expect.stringContaining('a calendar day'),
    });
  });

  test('explain takes the very number that was typed before one that it may stand for', async () => {
    const number = (given: string) => dataSource.query(`update account set wsib_account = $1 where reference = 'ACC-2'`, [given]);
    const [before]: { number: string }[] = await dataSource.query(`select wsib_account as number from account where reference = 'ACC-2'`);
    await number('I234567');
    expect((await registry('explain', 'i234567', '--on', '2026-03-18')).out).toMatch(/^ACC-2, /);
    await number(before?.number ?? '');
  });

  test('check and rebuild exit with 1 when a stored timeline is not the computed one', async () => {
    expect(await registry('check')).toMatchObject({ code: 0, out: '5 accounts checked, 0 problems.\n' });
    await dataSource.query(`delete from standing_period where account_id = (select id from account where reference = 'ACC-4')`);
    expect(await registry('check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('  ACC-4: the timeline is missing (MISSING)\n'),
    });
    expect(await registry('rebuild', '--dry-run')).toMatchObject({
      code: 1,
      out: '  ACC-4: on 0001-01-01 nothing stored becomes NOT_REGISTERED\n5 timelines computed, 1 would change.\n',
    });
    expect(await registry('rebuild')).toMatchObject({ code: 0, out: expect.stringContaining('1 changed.') });
    expect(await registry('check')).toMatchObject({ code: 0 });
  });

  test('demo refuses a real registry and exits with 2', async () => {
    expect(await registry('demo', '--accounts', '5')).toMatchObject({
      code: 2,
      err: expect.stringContaining('A demo never mixes with it.'),
    });
    expect(await registry('demo', '--accounts', 'many')).toMatchObject({ code: 2 });
  });

  test('config lists every setting', async () => {
    const { code, out } = await registry('config');
    expect(code).toBe(0);
    expect(out).toMatch(/REGISTRY_WSIB_ACCOUNT_FORM\n {2}Regular expression/);
  });

  test('config exits with 1 if the registry would not start, and says why', async () => {
    const { code, out } = await registryWith({ PORT: '4000x', REGISTRY_POOLSIZE: '9' }, 'config');
    expect(code).toBe(1);
    expect(out).toContain('  default: 4000\n  wrong: PORT must be a whole number from 0 to 65535.\n');
    expect(out).toContain('wrong: REGISTRY_POOLSIZE is not a setting of the registry; `registry config` lists them all.\n');
  });

  test('help exits with 0, and an unknown command does not', async () => {
    expect(await registry('--help')).toMatchObject({ code: 0, out: expect.stringMatching(/^ {2}import +import CSV files/m) });
    expect(await registry('improt')).toMatchObject({ code: 2 });
  });
});
