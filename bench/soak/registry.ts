import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { dayInToronto, wallClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { createDataSource, migrate } from '../../src/database/data-source.ts';
import type { Scope } from '../../src/database/tables/api-key.table.ts';
import { importFolder } from '../../src/import/import.service.ts';
import { createKey } from '../../src/keys/keys.ts';
import { writeFolder } from '../import-folder.ts';
import { recordAudits } from './audits.ts';

/** A registry of invented accounts with keys for everyone who takes part. */
export interface SoakRegistry {
  readonly dataSource: DataSource;
  /** Global ids. */
  readonly accounts: readonly string[];
  readonly keyOf: (scope: Scope, holder: string) => Promise<string>;
  /** Records what a certificate of today rests on; returns the global id of the external audit, or null where the database was away. */
  readonly auditFor: (account: string) => Promise<string | null>;
}

export async function makeRegistry(url: string, accounts: number): Promise<SoakRegistry> {
  const dataSource = await createDataSource(url).initialize();
  await migrate(dataSource);
  await load(dataSource, accounts);
  const rows: { id: string; organization_id: string }[] = await dataSource.query('select id, organization_id from account order by id');
  const keyOf = async (scope: Scope, holder: string) => {
    const organizationId = scope === 'organization' ? (rows[0]?.organization_id ?? null) : null;
    return (await createKey(dataSource.manager, { scope, holder, organizationId })).key;
  };
  const auditFor = (account: string) => recordAudits(dataSource, account).catch(() => null);
  return { dataSource, accounts: rows.map(({ id }) => toGlobalId('Account', id)), keyOf, auditFor };
}

async function load(dataSource: DataSource, accounts: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  try {
    const today = dayInToronto(wallClock.wallNow());
    writeFolder(folder, accounts, today);
    const format = { wsibAccountForm: loadConfig({}).wsibAccountForm };
    const { kept } = await importFolder(dataSource, {
      folder,
      kind: 'REAL',
      actor: 'soak',
      today,
      format,
      report: join(folder, 'report.csv'),
    });
    if (!kept) throw new Error('The invented registry was not imported.');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
