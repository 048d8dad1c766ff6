import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type DataSource, MigrationExecutor } from 'typeorm';
import { RequirementsKeptBeforeOwner1700000072000 } from '../../migrations/1700000072000-requirements-kept-before-owner.ts';
import { missingTables } from '../../scripts/missing-tables.ts';
import { createDataSource, migrate } from '../../src/database/data-source.ts';
import { describeTables } from '../support/tables.ts';

const names = [
  'Facts1700000000000',
  'History1700000001000',
  'Writes1700000002000',
  'Consents1700000003000',
  'Lists1700000004000',
  'Equivalency1700000005000',
  'Statements1700000006000',
  'Sose1700000006500',
  'Feed1700000007000',
  'WatchLists1700000008000',
  'Webhooks1700000009000',
  'NoticeDays1700000010000',
  'OneFirm1700000020000',
  'People1700000020100',
  'Applications1700000020200',
  'Audits1700000021000',
  'ImportedSteps1700000021100',
  'Issuing1700000022000',
  'NameWords1700000023000',
  'RegistryTime1700000024000',
  'KeyChanges1700000024100',
  'FileKeys1700000025000',
  'AuditDocuments1700000026000',
  'NumbersReplaced1700000027000',
  'RestingLetters1700000027100',
  'Receipts1700000027200',
  'Credentials1700000027300',
  'Chain1700000028000',
  'ServerRights1700000028100',
  'SpotChecks1700000029000',
  'Appeals1700000029100',
  'Work1700000029200',
  'MergedAccounts1700000030000',
  'AuditChanges1700000030100',
  'KeptRequirements1700000031000',
  'PublishedRecognitions1700000032000',
  'LettersOfYear11700000032100',
  'Calendars1700000032200',
  'Sandbox1700000033000',
  'MovedStatements1700000034000',
  'AuditEvents1700000035000',
  'ErasedAuditors1700000035100',
  'UnpaidHolds1700000037000',
  'ConfirmationsOfCor1700000038000',
  'ReceiptsOfDocuments1700000040000',
  'SharedBudgets1700000042000',
  'AskedAdvance1700000046000',
  'EmailDigests1700000051000',
  'InitialsWithAWord1700000052000',
  'EqualWork1700000053000',
  'WebhookSelections1700000055000',
  'DeprecatedUses1700000055100',
  'OwnerNotGiven1700000061000',
  'PublicLists1700000065000',
  'PublishedRecognitions1700000067000',
  'RequirementsKeptBeforeOwner1700000072000',
  'ExceptionsOfCorrections1700000078000',
  'WorkOfApplications1700000080000',
  'RequestsAfterADenial1700000084000',
  'ErasedInternalAuditors1700000085000',
  'WorkOfReceipts1700000086000',
  'EqualWorkForBusinessNumbers1700000092000',
  'WorkOfFailedLetters1700000098000',
  'AccountDigits1700000101000',
  'NumbersWithTheirFirms1700000104000',
  'KeysThatMove1700000107000',
];

/** An empty database: tests of migrations do not start from the migrated template. */
async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_SERVER ?? '';
  const name = `empty_${randomBytes(8).toString('hex')}`;
  await statement(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => statement(server, `drop database ${name} with (force)`) };
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe('the migrations', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await emptyDatabase();
    dataSource = await createDataSource(database.url).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  test('build the database from nothing, exactly as the golden file lists it', async () => {
    expect(await migrate(dataSource)).toEqual(names);
    expect(await describeTables(dataSource)).toBe(readFileSync('test/golden/tables.txt', 'utf8'));
  });

  test('do nothing when they run again', async () => {
    const before = await describeTables(dataSource);
    expect(await migrate(dataSource)).toEqual([]);
    expect(await describeTables(dataSource)).toBe(before);
  });

  test('say of requirements kept while PRIVATE stood for an owner left out that it was not given', async () => {
    const kept = `insert into kept_requirement (id, scope, holder, name, routes, is_pending_accepted, owner, is_for_construction, created_by)
      select new_id(), 'buyer', 'York', owner, '{COR}', true, owner, true, 'York' from unnest(array['PRIVATE', 'PUBLIC_SECTOR']) as owner`;
    await dataSource.query(kept);
    await dataSource.transaction(async ({ queryRunner }) => {
      if (queryRunner) await new RequirementsKeptBeforeOwner1700000072000().up(queryRunner);
    });
    const rows = await dataSource.query('delete from kept_requirement returning name, owner, version');
    expect(rows[0]).toEqual(
      expect.arrayContaining([
        { name: 'PRIVATE', owner: 'NOT_GIVEN', version: 2 },
        { name: 'PUBLIC_SECTOR', owner: 'PUBLIC_SECTOR', version: 1 },
      ]),
    );
  });

  test('agree with the tables', async () => {
    expect(await missingTables(dataSource)).toEqual([]);
  });

  test('can be reverted to nothing and run again', async () => {
    const before = await describeTables(dataSource);
    const executor = new MigrationExecutor(dataSource);
    for (const _ of names) await executor.undoLastMigration();
    expect(await describeTables(dataSource)).toBe('');
    expect(await migrate(dataSource)).toEqual(names);
    expect(await describeTables(dataSource)).toBe(before);
  });
});

test('twenty processes that start at once on an empty database migrate it once', async () => {
  const database = await emptyDatabase();
  const sources = await Promise.all(Array.from({ length: 20 }, () => createDataSource(database.url, { poolSize: 1 }).initialize()));
  const ran = await Promise.all(sources.map((source) => migrate(source)));
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
  expect(ran.flat().sort()).toEqual([...names].sort());
});
