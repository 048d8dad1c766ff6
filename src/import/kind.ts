import { connectionOf, type Unit } from '../database/unit-of-work.ts';
import { CannotImport } from './cannot-import.ts';
import { takeTables, withReferring } from './exclusive.ts';

/** Whether a database holds invented firms or real ones. */
export type RegistryKind = 'DEMO' | 'REAL';

/** Removed with a demo, besides every table that refers to one of these. */
const demoTables = [
  'organization',
  'document_number',
  'external_auditor',
  'auditing_company',
  'person',
  'recording',
  'fact_history',
  'standing_period',
  'standing_period_history',
  'idempotency_key',
  'webhook_endpoint',
  'public_list',
  // They name accounts without referring to them.
  'work_item',
  'work_mark',
  'work_day',
];

/**
 * Ensures that the two kinds never mix: real data enters a demo registry only if the demo may be replaced, a demo never enters a real one, and a new
 * demo replaces the old. Throws CannotImport otherwise.
 */
export async function settleKind(unit: Unit, kind: RegistryKind, mayReplaceDemo: boolean): Promise<void> {
  const present = await presentKind(unit);
  if (present === 'REAL' && kind === 'DEMO') {
    throw new CannotImport('This registry holds real data, or data not marked as invented. A demo never mixes with it.');
  }
  if (present === 'DEMO' && kind === 'REAL' && !mayReplaceDemo) {
    throw new CannotImport('This registry holds a demo. Use --replace-demo to remove all of the demo and import in its place.');
  }
  if (present === 'DEMO') await removeDemo(unit);
  await unit.tx.query('insert into registry (kind) values ($1) on conflict (id) do update set kind = excluded.kind', [kind]);
}

async function presentKind({ tx }: Unit): Promise<RegistryKind | null> {
  const [row]: { kind: RegistryKind | null }[] = await tx.query(
    `select coalesce((select kind from registry), case when exists (select from organization) then 'REAL' end) as kind`,
  );
  return row?.kind ?? null;
}

/** How long to try to lock the demo's tables, in milliseconds. */
const PATIENCE = 15_000;

/** Keys and the audit log stay: they concern the people who use the registry. */
async function removeDemo({ tx }: Unit): Promise<void> {
  const client = await connectionOf(tx);
  const tables = await withReferring(client, demoTables);
  if (!(await takeTables(client, tables, PATIENCE))) {
    throw new CannotImport('The demo is in constant use and cannot be removed. Stop the API, or the programs that call it, and try again.');
  }
  await tx.query(`select set_config('registry.replacing_demo', 'on', true)`);
  await tx.query(`truncate ${tables.join(', ')}, chain_link, chain_pending, chain_salt, chain_head`);
  // What the chain stood for is gone: it begins again, with the log of those who use the registry.
  await tx.query(`insert into chain_pending (source, row_id, version) select 'audit_log', id::text, 1 from audit_log order by id`);
}
