import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type DataSource, MigrationExecutor } from 'typeorm';
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
