import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { settings } from '../../src/config.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { readCell } from '../../src/import/cell-text.ts';
import type { Column, ImportFile } from '../../src/import/column.ts';
import { importFiles } from '../../src/import/columns.ts';
import { doubtingDaysToCome } from '../../src/import/days-to-come.ts';
import { exportFiles } from '../../src/import/export.service.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { importContent, importFrom } from '../support/importing.ts';
import { wholeFolder } from '../support/whole-folder.ts';

const format = { wsibAccountForm: settings.wsibAccountForm.fallback };
const files = importFiles(format);
let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  expect(await importContent(dataSource, wholeFolder)).toMatchObject({ kept: true, badRows: 0 });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** The rows of a file of the whole folder, by column. */
const rowsOf = ({ name }: ImportFile): Record<string, string>[] => parse(Buffer.from(linesOf(name).join('\n')), { columns: true });

function linesOf(name: string): readonly string[] {
  const lines = wholeFolder[name];
  if (!lines || Buffer.isBuffer(lines)) throw new Error(`${name} is not in the whole folder.`);
  return lines;
}

const csv = (rows: readonly Record<string, string>[]): readonly string[] =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((values) =>
    values.map((value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(','),
  );

test('this test’s folder has every file, and a value in every column', () => {
  for (const file of files) {
    const rows = rowsOf(file);
    const empty = file.columns.filter(({ name }) => !rows.some((row) => row[name]));
    expect([file.name, empty.map(({ name }) => name)]).toEqual([file.name, []]);
  }
});

test('the same folder again changes nothing', async () => {
  const { files: outcomes, timelines } = await importContent(dataSource, wholeFolder);
  expect(outcomes.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
  expect(timelines).toBe(0);
});

const optional: readonly (readonly [string, string, ImportFile, Column])[] = files.flatMap((file) =>
  file.columns.filter(({ required }) => !required).map((column) => [file.name, column.name, file, column] as const),
);

describe('a later import', () => {
  test.each(files.map((file) => [file.name, file] as const))(
    'of %s without its optional columns leaves what is recorded',
    async (name, file) => {
      const left = file.columns.filter(({ required, mustBeThere }) => !required && !mustBeThere).map((column) => column.name);
      const rows = rowsOf(file).map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !left.includes(column))));
      const outcome = await importContent(dataSource, { [name]: csv(rows) });
      expect(outcome).toMatchObject({ kept: true, badRows: 0, files: [{ added: 0, changed: 0 }], timelines: 0 });
    },
  );

  test.each(optional.filter(([, , , { mustBeThere }]) => mustBeThere))('%s without the column %s does not begin', async (_, name, file) => {
    const rows = rowsOf(file).map(({ [name]: _left, ...row }) => row);
    const { lines } = await importContent(dataSource, { [file.name]: csv(rows) });
    expect(lines).toEqual([`error ${file.name}:1 ${name}: the column is missing`]);
  });

  // Some columns only make sense together with others: those rows are bad, and the report says why.
  const refused: Readonly<Record<string, string>> = {
    'accounts.csv wsib_account':
      'is empty, but the registry holds certificates of the account: a firm without a WSIB account has none (R-22)',
    'applications.csv confirmed_on': 'is given without confirmed_on',
    'applications.csv rejected_on': 'must all be filled in, or all be empty',
    'applications.csv rejected_for': 'must all be filled in, or all be empty',
    'applications.csv rejection_reason': 'must all be filled in, or all be empty',
    'people.csv name': 'must not be empty, except for a person whose name was erased',
    'people.csv erased_on': 'the registry has erased the name of this person: leave the name empty, and give the erased_on that it holds',
    'auditors.csv name': 'must not be empty, except for a person whose name was erased',
    'auditors.csv erased_on': 'the registry has erased the name of this person: leave the name empty, and give the erased_on that it holds',
    'designations.csv to': 'the person already has this role at the account on some of these days',
    'training_exemptions.csv decided_on': 'must all be filled in, or all be empty',
    'training_exemptions.csv granted': 'must all be filled in, or all be empty',
    'training_exemptions.csv decided_by': 'must all be filled in, or all be empty',
  };

  test.each(optional)('%s with the column %s left empty removes what is recorded, or is refused', async (_, name, file) => {
    const rows = rowsOf(file).map((row) => ({ ...row, [name]: '' }));
    const { lines, files: outcomes } = await importContent(dataSource, { [file.name]: csv(rows) }, { dryRun: true });
    const why = refused[`${file.name} ${name}`];
    if (why) expect(lines).toContainEqual(expect.stringContaining(why));
    else expect(outcomes).toMatchObject([{ bad: 0, changed: rowsOf(file).filter((row) => row[name]).length }]);
  });
});

test('an export fills an empty registry with the same facts, which export the same again, and changes nothing here', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'columns-'));
  const other = await freshDatabase();
  const empty = await createDataSource(other.url).initialize();
  const exported = (source: DataSource, into: string) =>
    exportFiles(source, { scope: 'admin', today: '2026-06-01', format, into: { csv: into }, onProgress: () => {} });
  try {
    // A score below 1 % stays one.
    await dataSource.query('update element_score set score = 0.85 where element = 3');
    await exported(dataSource, join(folder, 'first'));
    expect((await importFrom(dataSource, join(folder, 'first'))).files.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
    expect(await importFrom(empty, join(folder, 'first'))).toMatchObject({ kept: true, badRows: 0 });
    await exported(empty, join(folder, 'second'));
    for (const { name } of files)
      expect(readFileSync(join(folder, 'second', name), 'utf8')).toBe(readFileSync(join(folder, 'first', name), 'utf8'));
    expect(await checkTimelines(empty)).toMatchObject({ problems: 0 });
  } finally {
    await empty.destroy();
    await other.drop();
    rmSync(folder, { recursive: true });
  }
});

test('a day to come is doubted in every column of days but those of ends, and of what is decided in advance', () => {
  const days = doubtingDaysToCome(files, '2026-06-01').flatMap((file) =>
    file.columns.filter(({ type }) => type === 'date').map((column) => ({ name: `${file.name} ${column.name}`, column })),
  );
  const warned = (day: string) => days.filter(({ column }) => readCell(column, day).warnings.length > 0).map(({ name }) => name);
  expect(warned('2026-06-01')).toEqual([]);
  const unwarned = days.map(({ name }) => name).filter((name) => !warned('2026-06-02').includes(name));
  expect(unwarned).toEqual([
    'registrations.csv withdrawn_on',
    'designations.csv to',
    'bidding_documents.csv host_expires_on',
    'revocations.csv from',
    'revocations.csv lifted_on',
    'approved_list.csv from',
    'approved_list.csv to',
  ]);
  expect(warned('2026-06-02').length).toBeGreaterThan(20);
});
