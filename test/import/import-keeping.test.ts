import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { loadDemo } from '../../src/demo/demo.service.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { countOf, type FolderContent, headers, importContent } from '../support/importing.ts';
import { describeTables } from '../support/tables.ts';

let database: FreshDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const base: FolderContent = {
  'organizations.csv': [headers.organizations, 'O,Synthetic Ltd.,,,,'],
  'accounts.csv': [headers.accounts, 'A,O,1000001', 'B,O,1000002'],
  'certificates.csv': [headers.certificates, 'C,A,COR_2020,EXTERNAL_AUDIT,2024-01-10'],
  'letters.csv': [headers.letters, 'L,C,2,2025-01-10'],
};

const withBadAccount: FolderContent = { ...base, 'accounts.csv': [headers.accounts, 'A,O,!', 'B,O,1000002'] };

const tables = [
  'organization',
  'account',
  'certificate',
  'letter_of_good_standing',
  'document_number',
  'standing_period',
  'recording',
  'audit_log',
  'registry',
];

async function counts(): Promise<readonly number[]> {
  const counted: number[] = [];
  for (const table of tables) counted.push(await countOf(dataSource, table));
  return counted;
}

describe('bad rows', () => {
  test('keep the whole import out, good rows included', async () => {
    const outcome = await importContent(dataSource, withBadAccount);
    expect(outcome).toMatchObject({ kept: false, badRows: 3 });
    expect(await counts()).toEqual(tables.map(() => 0));
  });

  test('are left out with --partial, and so are the rows that refer to them', async () => {
    const outcome = await importContent(dataSource, withBadAccount, { partial: true });
    expect(outcome).toMatchObject({ kept: true, badRows: 3, timelines: 1 });
    expect(outcome.lines).toHaveLength(3);
    expect(await dataSource.query('select reference from account')).toEqual([{ reference: 'B' }]);
    expect(await countOf(dataSource, 'certificate')).toBe(0);
    expect(await checkTimelines(dataSource)).toEqual({ accounts: 1, problems: 0 });
  });

  test('may refer to records already in the registry', async () => {
    await importContent(dataSource, base);
    const outcome = await importContent(dataSource, withBadAccount, { partial: true });
    expect(outcome).toMatchObject({ kept: true, badRows: 1 });
    expect(await dataSource.query(`select wsib_account from account where reference = 'A'`)).toEqual([{ wsib_account: '1000001' }]);
  });
});

describe('a dry run', () => {
  test('shows what it would do, and stores nothing', async () => {
    const outcome = await importContent(dataSource, { ...base, 'letters.csv': [headers.letters, 'L,C,2,2025-05-01'] }, { dryRun: true });
    expect(outcome).toMatchObject({ kept: false, badRows: 0, warnings: 1, timelines: 2 });
    expect(outcome.files.map(({ added }) => added)).toEqual([1, 2, 1, 1]);
    expect(await counts()).toEqual(tables.map(() => 0));
  });
});

describe('what contradicts the registry', () => {
  beforeEach(async () => {
    const registered = { 'registrations.csv': [headers.registrations, 'R,A,2023-01-10,'] };
    await importContent(dataSource, { ...base, ...registered });
  });

  test.each<[string, FolderContent, string]>([
    [
      'a certificate does not move to another account',
      { 'certificates.csv': [headers.certificates, 'C,B,COR_2020,EXTERNAL_AUDIT,2024-01-10'] },
      'certificates.csv:2 account: differs from the registry’s record: a document does not move to another account',
    ],
    [
      'a confirmed registration does not move to another account',
      { 'registrations.csv': [headers.registrations, 'R,B,2023-01-10,'] },
      'registrations.csv:2 account: differs from the registry’s record: a document does not move to another account',
    ],
    [
      'a letter does not move to a certificate of another account',
      {
        'certificates.csv': [headers.certificates, 'D,B,COR_2020,EXTERNAL_AUDIT,2024-01-10'],
        'letters.csv': [headers.letters, 'L,D,2,2025-01-10'],
      },
      'letters.csv:2 certificate_number: belongs to another account than the letter does in the registry: a document does not move to another account',
    ],
    [
      'a bidding document does not take the number of a letter',
      { 'bidding_documents.csv': [headers.biddingDocuments, 'L,B,INTERIM_LOGS,2025-01-10,2025-06-30'] },
      'bidding_documents.csv:2 number: is the number of a document of another kind in the registry',
    ],
    [
      'a WSIB account that is another account’s is refused',
      { 'accounts.csv': [headers.accounts, 'D,O,1000001'] },
      'accounts.csv:2 wsib_account: is the WSIB account of another account in the registry',
    ],
    [
      'R-22: an account that holds a certificate does not lose its WSIB account',
      { 'accounts.csv': [headers.accounts, 'A,O,'] },
      'accounts.csv:2 wsib_account: is empty, but the registry holds certificates of the account: a firm without a WSIB account has none (R-22)',
    ],
    [
      'a second COR certificate on a day is refused',
      { 'certificates.csv': [headers.certificates, 'D,A,COR,EXTERNAL_AUDIT,2024-01-10'] },
      'certificates.csv:2 issued_on: the registry holds another certificate of the same kind for the same account and day',
    ],
  ])('%s', async (_, content, expected) => {
    const { lines, kept } = await importContent(dataSource, content);
    expect(lines).toEqual([`error ${expected}`]);
    expect(kept).toBe(false);
  });

  test('R-22: a firm without a WSIB account gets its certificate together with its account number, and not before', async () => {
    await importContent(dataSource, { 'accounts.csv': [headers.accounts, 'B,O,'] });
    const certificate = { 'certificates.csv': [headers.certificates, 'D,B,COR_2020,EXTERNAL_AUDIT,2024-02-29'] };
    const { lines, kept } = await importContent(dataSource, certificate);
    expect(lines).toEqual([
      'error certificates.csv:2 account: has no WSIB account number, and a firm without one holds no certificate (R-22)',
    ]);
    expect(kept).toBe(false);
    expect(await importContent(dataSource, { ...certificate, 'accounts.csv': [headers.accounts, 'B,O,1000002'] })).toMatchObject({
      lines: [],
      kept: true,
    });
  });

  test('a letter may move to another certificate of its account', async () => {
    const { kept } = await importContent(dataSource, {
      'certificates.csv': [headers.certificates, 'D,A,COR_2020,EXTERNAL_AUDIT,2024-02-10'],
      'letters.csv': [headers.letters, 'L,D,2,2025-01-10'],
    });
    expect(kept).toBe(true);
  });

  test('an account may move to another organization', async () => {
    const { kept } = await importContent(dataSource, {
      'organizations.csv': [headers.organizations, 'P,Other Synthetic Ltd.,,,,'],
      'accounts.csv': [headers.accounts, 'A,P,1000001'],
    });
    expect(kept).toBe(true);
    expect(
      await dataSource.query(`select o.reference from account a join organization o on o.id = organization_id where a.reference = 'A'`),
    ).toEqual([{ reference: 'P' }]);
  });
});

describe('a large first import', () => {
  test('leaves every key, index, foreign key and trigger as it found them', async () => {
    const before = await describeTables(dataSource);
    // About 8,000 rows: enough for the bulk path, which fills the tables without their indexes.
    await loadDemo(dataSource, { accounts: 1000, today: '2026-06-01' });
    expect(await describeTables(dataSource)).toEqual(before);
    expect(await countOf(dataSource, `pg_trigger where tgenabled <> 'O'`)).toBe(0);
    expect(await countOf(dataSource, 'document_number')).toBe(
      (await countOf(dataSource, 'registration')) +
        (await countOf(dataSource, 'certificate')) +
        (await countOf(dataSource, 'letter_of_good_standing')) +
        (await countOf(dataSource, 'bidding_document')),
    );
    expect(await checkTimelines(dataSource)).toEqual({ accounts: 1000, problems: 0 });
  });

  test('takes the ordinary path, without a deadlock, while another connection reads', async () => {
    const reader = dataSource.createQueryRunner();
    await reader.startTransaction();
    await reader.query('select from organization');
    const importing = loadDemo(dataSource, { accounts: 1000, today: '2026-06-01' });
    await importing;
    await reader.query('select from account');
    await reader.commitTransaction();
    await reader.release();
    expect(await countOf(dataSource, 'account')).toBe(1000);
  });
});

describe('a demo and a real registry', () => {
  const demo = () => loadDemo(dataSource, { accounts: 10, today: '2026-06-01' });

  test('real data does not enter a demo, except to replace it', async () => {
    await demo();
    await expect(importContent(dataSource, base)).rejects.toThrow('This registry holds a demo. Use --replace-demo');
    expect(await countOf(dataSource, 'account')).toBe(10);
    await dataSource.query(
      `insert into consent (account_id, recipient, scope, kind, from_day, document, given_by)
       select id, 'ANY_BUYER', 'REGISTERED_STATUS', 'PERMISSION', '2026-01-01', 'form', 'tester' from account`,
    );
    await dataSource.query(`insert into work_item (account_id, key, kind, obligation) select id, 'K', 'AUDIT_REVIEW', '{}' from account`);
    expect(await importContent(dataSource, base, { replaceDemo: true })).toMatchObject({ kept: true, badRows: 0 });
    expect(await dataSource.query('select kind from registry')).toEqual([{ kind: 'REAL' }]);
    expect(await dataSource.query('select reference from account order by reference')).toEqual([{ reference: 'A' }, { reference: 'B' }]);
    for (const table of ['recording', 'certificate', 'registry']) expect(await countOf(dataSource, table)).toBe(1);
    for (const table of ['consent', 'work_item']) expect(await countOf(dataSource, table)).toBe(0);
    expect(await checkTimelines(dataSource)).toEqual({ accounts: 2, problems: 0 });
  });

  test('a demo stays if the import that would replace it has bad rows or is a dry run', async () => {
    await demo();
    await importContent(dataSource, withBadAccount, { replaceDemo: true });
    await importContent(dataSource, base, { replaceDemo: true, dryRun: true });
    expect(await dataSource.query('select kind from registry')).toEqual([{ kind: 'DEMO' }]);
    expect(await countOf(dataSource, 'account')).toBe(10);
  });

  test('a demo never enters a real registry, and a new one replaces the old', async () => {
    await demo();
    await loadDemo(dataSource, { accounts: 4, today: '2026-06-02' });
    expect(await countOf(dataSource, 'account')).toBe(4);
    await importContent(dataSource, base, { replaceDemo: true });
    await expect(demo()).rejects.toThrow('A demo never mixes with it');
    expect(await countOf(dataSource, 'account')).toBe(2);
  });
});
