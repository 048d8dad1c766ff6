import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { importSummary } from '../../src/cli/import-summary.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { countOf, type FolderContent, headers, importContent } from '../support/importing.ts';

let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const organizations = [headers.organizations, 'O,Synthetic Ltd.,,,,'];
const accounts = [headers.accounts, 'A,O,1000001', 'B,O,1000002'];
const certificates = [headers.certificates, 'C,A,COR_2020,EXTERNAL_AUDIT,2024-01-10'];
const base: FolderContent = { 'organizations.csv': organizations, 'accounts.csv': accounts, 'certificates.csv': certificates };

/** What a dry run reports about the base folder with these files replaced. */
async function reported(content: FolderContent): Promise<readonly string[]> {
  const { lines, kept } = await importContent(dataSource, { ...base, ...content }, { dryRun: true });
  expect(kept).toBe(false);
  return lines;
}

describe('a value that cannot be read', () => {
  test.each([
    ['organizations.csv', [headers.organizations, 'O,Synthetic Ltd.,,,,', 'P,,,,,'], 'organizations.csv:3 legal_name: must not be empty'],
    [
      'organizations.csv',
      [...organizations, 'P,Synthetic,,,123456789,'],
      'organizations.csv:3 business_number: must be nine digits that pass their check digit, and a program account (RT0001) or nothing after them',
    ],
    ['organizations.csv', [...organizations, `P,${'x'.repeat(301)},,,,`], 'organizations.csv:3 legal_name: is longer than 300 characters'],
    [
      'organizations.csv',
      [...organizations, `P,Synthetic,,${'x'.repeat(301)},,`],
      'organizations.csv:3 former_names: has a name that is longer than 300 characters',
    ],
    [
      'organizations.csv',
      [...organizations, `P,Synthetic,,${'x;'.repeat(51)},,`],
      'organizations.csv:3 former_names: has more than 50 names',
    ],
    [
      'organizations.csv',
      [...organizations, 'P,Syn\u0000thetic,,,,'],
      'organizations.csv:3 legal_name: contains a NUL character: type the value again',
    ],
    [
      'organizations.csv',
      [...organizations, 'P,Syn\u0007thetic,,,,'],
      'organizations.csv:3 legal_name: contains a control character: type the value again',
    ],
    [
      'organizations.csv',
      Buffer.concat([Buffer.from(`${headers.organizations}\nO,Synthétique Ltée,,,,\nP,Caf`), Buffer.from([0xe9]), Buffer.from(',,,,\n')]),
      'organizations.csv:3 legal_name: has a character that could not be read, shown as \uFFFD: type the value again, and save the file as UTF-8',
    ],
    [
      'accounts.csv',
      [...accounts, 'D,O,12?'],
      'accounts.csv:4 wsib_account: is too short, or of another form than this registry takes, for a WSIB account number: type it again, or leave the cell empty',
    ],
    [
      'certificates.csv',
      [...certificates, 'D,B,COR_2020,EXTERNAL_AUDIT,2023-02-29'],
      'certificates.csv:3 issued_on: must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD',
    ],
    [
      'certificates.csv',
      [...certificates, 'D,B,COR_2020,EXTERNAL_AUDIT,1899-12-31'],
      'certificates.csv:3 issued_on: must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD',
    ],
    [
      'certificates.csv',
      [...certificates, 'D,B,COR_2020,EXTERNAL_AUDIT,03/05/26'],
      'certificates.csv:3 issued_on: could be more than one day, since the month may come before or after the day: write it YYYY-MM-DD',
    ],
    [
      'certificates.csv',
      [...certificates, 'D,B,COR2020,EXTERNAL_AUDIT,2024-02-29'],
      'certificates.csv:3 standard: must be COR or COR_2020',
    ],
    ['letters.csv', [headers.letters, 'L,C,4,2025-01-10'], 'letters.csv:2 year: must be 1, 2 or 3'],
    ['spot_checks.csv', [headers.spotChecks, 'S,A,2024-05-01,perhaps'], 'spot_checks.csv:2 corrective_action: must be yes or no'],
    [
      'audits.csv',
      [headers.audits, 'U,A,EXTERNAL,COR,,,,,,,,79.999,100'],
      'audits.csv:2 overall: must be a number from 0 to 100 with at most two decimals',
    ],
    [
      'audits.csv',
      [headers.audits, 'U,A,EXTERNAL,COR,,,,,,,,80,100.01'],
      'audits.csv:2 legislated: must be a number from 0 to 100 with at most two decimals',
    ],
    ['certificates.csv', [...certificates, 'D,B,COR_2020,EXTERNAL_AUDIT'], 'certificates.csv:3 issued_on: must not be empty'],
    [
      'certificates.csv',
      [...certificates, 'D,B,COR_2020,EXTERNAL_AUDIT,2024-02-29,,x'],
      'certificates.csv:3 : has a value in a column without a name: name the column, or clear the value',
    ],
    ['certificates.csv', [...certificates, 'D,"B,COR'], 'certificates.csv:3 : a quote that opens in this row is never closed'],
    [
      'certificates.csv',
      [...certificates, 'D,"B" x,COR'],
      'certificates.csv:3 : text follows a closing quote; a quote inside quotes is written twice',
    ],
  ])('%s: %#', async (file, content, expected) => {
    expect(await reported({ [file]: content })).toEqual([`error ${expected}`]);
  });

  test('is reported with every other bad value of its row, on the line where the row starts', async () => {
    const lines = await reported({
      'organizations.csv': [headers.organizations, 'O,Synthetic Ltd.,,,,', 'P,"two', 'lines",,,,', '', ',Synthetic,,,1,'],
    });
    expect(lines).toEqual([
      expect.stringMatching(/^error organizations.csv:6 business_number: /),
      'error organizations.csv:6 organization: must not be empty',
    ]);
  });

  test('does not stop the following rows from being read', async () => {
    const lines = await reported({
      'certificates.csv': [...certificates, 'D,"B,COR', 'E,B,COR_2020,EXTERNAL_AUDIT,2024-13-01', 'F,B,COR_2020,EXTERNAL_AUDIT,2024-01-10'],
    });
    expect(lines).toEqual([
      'error certificates.csv:3 : a quote that opens in this row is never closed',
      'error certificates.csv:4 issued_on: must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD',
    ]);
  });

  // The last row is read from the file in two pieces, the first of which ends between CR and LF.
  test.each([
    ['LF', '\n', 'D,"B" x'],
    ['CRLF', '\r\n', 'D,"B,COR'],
    ['CR', '\r', 'D,"B,COR'],
    ['CR', '\r', 'D,"B" x'],
    ['CRLF', '\r\n', `D,"B" ${'x'.repeat(262_143 - 6)}`],
  ])('does not stop the following rows from being read, if lines end in %s (%#)', async (_name, end, bad) => {
    const rows = [...certificates, bad, 'E,B,COR_2020,EXTERNAL_AUDIT,2024-13-01', 'F,B,COR_2020,EXTERNAL_AUDIT,2024-01-10', ''];
    const { lines, files } = await importContent(
      dataSource,
      { ...base, 'certificates.csv': Buffer.from(rows.join(end)) },
      { dryRun: true },
    );
    expect(lines).toEqual([
      expect.stringMatching(/^error certificates\.csv:3 : (a quote that opens|text follows)/),
      'error certificates.csv:4 issued_on: must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD',
    ]);
    expect(files.find(({ file }) => file === 'certificates.csv')).toMatchObject({ rows: 4, bad: 2 });
  });

  test('is grouped with all values that are bad for the same reason, so that other reasons are shown too', async () => {
    const undated = Array.from({ length: 30 }, (_, at) => `D-${at},A,COR_2020,EXTERNAL_AUDIT,soon`);
    const { problems, lines } = await importContent(dataSource, {
      ...base,
      'certificates.csv': [headers.certificates, ...undated, 'E,A,COR_3,EXTERNAL_AUDIT,2024-02-29'],
    });
    expect(lines).toHaveLength(31);
    expect(problems).toEqual([
      expect.objectContaining({ column: 'issued_on', count: 30, lines: [2, 3, 4, 5, 6] }),
      expect.objectContaining({ column: 'standard', count: 1, lines: [32] }),
    ]);
  });

  test('is summed up truly: what differs by row is of a kind, what is left out is counted, and each file and the warnings have room', async () => {
    const outcome = await importContent(dataSource, {
      'organizations.csv': [
        headers.organizations,
        ...['O', 'O', 'P', 'P', 'Q'].map((key) => `${key},${key === 'Q' ? 'N/A' : 'Twin Ltd.'},,,,`),
      ],
      // Eleven kinds in each row.
      'audits.csv': [headers.audits, ...Array.from({ length: 7 }, () => ',,x,x,x,x,x,x,x,,,x,x')],
      'spot_checks.csv': [headers.spotChecks, 'S,,2024-05-01,yes'],
    });
    const lines = importSummary({ ...outcome, report: 'bad.xlsx' }, false, 'en').split('\n');
    expect(lines.slice(4, 6)).toEqual([
      '  error organizations.csv:2:organization the same organization as on line 3 (4 rows of this kind: 2, 3, 4, 5)',
      '  error audits.csv:2:account must not be empty (7 rows: 2, 3, 4, 5, 6 and 2 more)',
    ]);
    const many = importSummary({ ...outcome, files: outcome.files.map((each) => ({ ...each, rows: 1_000_001 })) }, false, 'en');
    expect(many).toMatch(/^ {2}organizations\.csv 1,000,001 rows +999,997 good/m);
    // One kind in organizations.csv, eleven in audits.csv, of which eight are listed, and one in spot_checks.csv.
    expect(lines.slice(13)).toEqual([
      '  error spot_checks.csv:2:account must not be empty',
      '  … 21 more errors, of 3 kinds',
      expect.stringMatching(/^ {2}warning organizations\.csv:6:legal_name means that there is no value/),
      'Every bad row and warning is in bad.xlsx.',
      'It has only the bad rows: record the good ones with --partial before you import it.',
    ]);
    const french = importSummary({ ...outcome, report: 'bad.csv' }, false, 'fr').split('\n');
    expect(french[5]).toMatch(/ \(7 lignes\u00A0: 2, 3, 4, 5, 6 et 2 de plus\)$/);
    expect(french[14]).toBe('  … 21 autres erreurs, de 3 types');
  });

  test('is never quoted in the report', async () => {
    const lines = await reported({ 'certificates.csv': [...certificates, 'SECRET,B,SECRET,SECRET,SECRET'] });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain('SECRET');
  });
});

describe('rows that contradict each other', () => {
  test.each<[string, FolderContent, readonly string[]]>([
    [
      'a key twice in a file',
      { 'accounts.csv': [...accounts, 'A,O,1000003'] },
      [
        'accounts.csv:2 account: the same account as on line 4',
        'accounts.csv:4 account: the same account as on line 2',
        'certificates.csv:2 account: refers to a bad row of accounts.csv',
      ],
    ],
    [
      'an account that is nowhere',
      { 'certificates.csv': [...certificates, 'D,X,COR_2020,EXTERNAL_AUDIT,2024-02-29'] },
      ['certificates.csv:3 account: is neither in accounts.csv nor in the registry'],
    ],
    [
      'a row that leans on a bad row, and one that leans on that',
      { 'accounts.csv': [headers.accounts, 'A,O,!', 'B,O,1000002'], 'letters.csv': [headers.letters, 'L,C,2,2025-01-10'] },
      [
        'accounts.csv:2 wsib_account: must be a WSIB account number: letters and digits, at least one digit, at most 40; spaces and hyphens do not matter',
        'certificates.csv:2 account: refers to a bad row of accounts.csv',
        'letters.csv:2 certificate_number: refers to a bad row of certificates.csv',
      ],
    ],
    [
      'one WSIB account for two accounts, however it is written',
      { 'accounts.csv': [...accounts, 'D,O,100-0002'] },
      [
        'accounts.csv:3 wsib_account: the same WSIB account as on line 4',
        'accounts.csv:4 wsib_account: the same WSIB account as on line 3',
      ],
    ],
    [
      'two COR certificates of an account on a day',
      { 'certificates.csv': [...certificates, 'D,A,COR,EXTERNAL_AUDIT,2024-01-10'] },
      [
        'certificates.csv:2 issued_on: a certificate of the same kind for the same account and day is on line 3',
        'certificates.csv:3 issued_on: a certificate of the same kind for the same account and day is on line 2',
      ],
    ],
    [
      'two equivalency certificates of an account on a day, whatever they rest on',
      {
        'certificates.csv': [
          ...certificates,
          'D,B,COR_2020,ISO_45001_EQUIVALENCY,2024-01-10',
          'E,B,COR_2020,MLITSD_EQUIVALENCY,2024-01-10',
          'F,A,COR_2020,ISO_45001_EQUIVALENCY,2024-01-10',
        ],
      },
      [
        'certificates.csv:3 issued_on: a certificate of the same kind for the same account and day is on line 4',
        'certificates.csv:4 issued_on: a certificate of the same kind for the same account and day is on line 3',
      ],
    ],
    [
      'R-22: a certificate of a firm without a WSIB account',
      {
        'accounts.csv': [...accounts, 'W,O,'],
        'certificates.csv': [...certificates, 'D,W,COR_2020,EXTERNAL_AUDIT,2024-01-10', 'E,W,COR_2020,ISO_45001_EQUIVALENCY,2024-01-10'],
        'bidding_documents.csv': [headers.biddingDocuments, 'F,W,INTERIM_LOGS,2024-01-10,2024-06-30'],
      },
      [
        'certificates.csv:3 account: has no WSIB account number, and a firm without one holds no certificate (R-22)',
        'certificates.csv:4 account: has no WSIB account number, and a firm without one holds no certificate (R-22)',
      ],
    ],
    [
      'one number for documents of two kinds',
      { 'letters.csv': [headers.letters, 'C,C,2,2025-01-10'] },
      [
        'certificates.csv:2 number: is also the number of a document in letters.csv',
        'letters.csv:2 certificate_number: refers to a bad row of certificates.csv',
        'letters.csv:2 number: is also the number of a document in certificates.csv',
      ],
    ],
    [
      'a registration withdrawn before it was confirmed',
      { 'registrations.csv': [headers.registrations, 'R,A,2024-01-10,2024-01-09', 'S,A,2024-01-10,2024-01-10'] },
      ['registrations.csv:2 withdrawn_on: lies before confirmed_on'],
    ],
    [
      'a revocation lifted before it began',
      { 'revocations.csv': [headers.revocations, 'R,A,2024-01-10,2024-01-09,because,letter'] },
      ['revocations.csv:2 lifted_on: lies before from'],
    ],
    [
      'an audit that ended before it began',
      { 'audits.csv': [headers.audits, 'U,A,EXTERNAL,COR,2024-01-10,2024-01-09,,,,,,,'] },
      ['audits.csv:2 completed_on: lies before started_on'],
    ],
    [
      'a spot check event twice',
      {
        'spot_checks.csv': [headers.spotChecks, 'S,A,2024-05-01,yes'],
        'spot_check_events.csv': [headers.spotCheckEvents, 'S,2024-06-01,VALIDATED', 'S,2024-06-01,VALIDATED', 'S,2024-06-02,VALIDATED'],
      },
      [
        'spot_check_events.csv:2 spot_check on kind: the same spot_check, on, kind as on line 3',
        'spot_check_events.csv:3 spot_check on kind: the same spot_check, on, kind as on line 2',
      ],
    ],
  ])('%s', async (_, content, expected) => {
    expect(await reported(content)).toEqual(expected.map((line) => `error ${line}`));
  });

  const scores = (elements: number, score = '80') => Array.from({ length: elements }, (_, at) => `U,${at + 1},${score}`);
  const audits = (tool: string) => [headers.audits, `U,A,EXTERNAL,${tool},,,,,,,,85,100`];

  test('COR 2020 has 14 elements and COR has 19', async () => {
    expect(await reported({ 'audits.csv': audits('COR_2020'), 'element_scores.csv': [headers.elementScores, ...scores(14)] })).toEqual([]);
    expect(await reported({ 'audits.csv': audits('COR'), 'element_scores.csv': [headers.elementScores, ...scores(19)] })).toEqual([]);
    expect(await reported({ 'audits.csv': audits('COR_2020'), 'element_scores.csv': [headers.elementScores, ...scores(15)] })).toEqual([
      'error element_scores.csv:16 element: is an element that the tool of the audit does not have: COR 2020 has elements 1 to 14',
    ]);
    expect(await reported({ 'audits.csv': audits('COR'), 'element_scores.csv': [headers.elementScores, ...scores(2), 'U,20,80'] })).toEqual(
      [
        'error element_scores.csv:2 audit: has valid scores for 2 of the 19 elements of its tool',
        'error element_scores.csv:3 audit: has valid scores for 2 of the 19 elements of its tool',
        'error element_scores.csv:4 audit: has valid scores for 2 of the 19 elements of its tool',
        'error element_scores.csv:4 element: must be a whole number from 1 to 19',
      ],
    );
  });
});

describe('a wrong header', () => {
  test('is reported with the names of its columns, before any row is read', async () => {
    const outcome = await importContent(dataSource, {
      ...base,
      'letters.csv': ['number,certificate,year,issued_on,year'],
      'registrations.csv': [''],
      'audits.csv': [headers.audits.replaceAll(',', '|')],
    });
    expect(outcome).toMatchObject({ kept: false, badRows: 5 });
    expect(outcome.lines.toSorted()).toEqual([
      'error audits.csv:1 : the names of the columns are in one cell: separate values with commas, semicolons or tabs, and put quotes around each value, not around the row',
      'error letters.csv:1 certificate: there is no such column in this file',
      'error letters.csv:1 certificate_number: the column is missing',
      'error letters.csv:1 year: the column appears more than once',
      'error registrations.csv:1 : the file is empty: its first line must name the columns',
    ]);
    expect(await countOf(dataSource, 'organization')).toBe(0);
  });

  test('may have its columns in any order, a byte order mark and CRLF', async () => {
    const text = `\uFEFFlegal_name,organization,city,operating_name,former_names,business_number\r\nSynthetic Ltd.,O,,,,\r\n`;
    expect(await reported({ 'organizations.csv': Buffer.from(text) })).toEqual([]);
  });
});

describe('a folder that cannot be imported', () => {
  test('gets a list of the files of the format', async () => {
    const known = 'organizations.csv, accounts.csv, registrations.csv, applications.csv, people.csv';
    await expect(importContent(dataSource, { 'readme.txt': ['x'] })).rejects.toThrow(
      `holds no file to import. The files of the format are ${known}`,
    );
    await expect(importContent(dataSource, { ...base, 'firms.csv': ['x'] })).rejects.toThrow(
      'holds firms.csv, which is not part of the format',
    );
  });

  test('may contain reports of earlier imports', async () => {
    expect(await reported({ 'import-report-20260101T000000Z.csv': ['file,line'] })).toEqual([]);
  });
});
