import type { DataSource } from 'typeorm';
import { disclosing } from '../../src/audits/disclosing.loader.ts';
import { ConsentRow } from '../../src/database/tables/consent.table.ts';
import { EquivalencyRequestRow } from '../../src/database/tables/equivalency-request.table.ts';
import { SoseRecognitionRow } from '../../src/database/tables/sose-recognition.table.ts';
import { StatementRow } from '../../src/database/tables/statement.table.ts';
import { WatchListRow } from '../../src/database/tables/watch-list.table.ts';
import { WatchListEntryRow } from '../../src/database/tables/watch-list-entry.table.ts';
import { WebhookEndpointRow } from '../../src/database/tables/webhook-endpoint.table.ts';

/** The id of an account by the name it has in the facts. */
export async function accountNamed(source: DataSource, reference: string): Promise<string> {
  const [row] = await source.query('select id from account where reference = $1', [reference]);
  return row.id;
}

export async function consent(
  source: DataSource,
  accountId: string,
  recipient: string,
  scope: 'REGISTERED_STATUS' | 'AUDIT_FACTS',
  toDay: string | null,
): Promise<string> {
  const kind = recipient === 'SOSE portal' && scope === 'AUDIT_FACTS' && toDay === null ? 'SOSE_APPLICATION' : 'PERMISSION';
  const given = { accountId, recipient, scope, kind, fromDay: '2026-01-01', toDay, document: 'Letter', givenBy: 'test' } as const;
  const { identifiers } = await source.getRepository(ConsentRow).insert(given);
  return identifiers[0]?.id;
}

/** That audit facts were told under a consent, as the audit log has it. */
export async function disclosed(source: DataSource, account: string, given: string): Promise<void> {
  const insert = `insert into audit_log (actor, action, subject, details) values ('test', $1, $2, $3)`;
  await source.query(insert, [disclosing, account, { recipient: 'Somebody', consent: given, audits: [] }]);
}

export async function requested(source: DataSource, accountId: string): Promise<void> {
  const made = { accountId, kind: 'ISO_45001', createdOn: '2026-09-01', createdBy: 'test', submittedOn: '2026-09-02' } as const;
  await source.getRepository(EquivalencyRequestRow).insert(made);
}

/** What others stated and reported of an account: whether its WSIB account is valid, and a recognition under SOSE. */
export async function reported(source: DataSource, accountId: string): Promise<void> {
  const day = '2026-10-01';
  await source.getRepository(StatementRow).insert({ accountId, kind: 'WSIB_ACCOUNT_VALID', onDay: day, isSo: false, statedBy: 'Somebody' });
  await source
    .getRepository(SoseRecognitionRow)
    .insert({ accountId, reference: 'Recognition', grantedOn: day, fromDay: day, reportedBy: 'Somebody' });
}

/** A webhook of a buyer. */
export async function subscribed(source: DataSource, holder: string): Promise<void> {
  const owner = { scope: 'buyer', holder, createdBy: holder } as const;
  await source
    .getRepository(WebhookEndpointRow)
    .insert({ ...owner, url: 'https://receiver.example/changes', secret: Buffer.alloc(32), position: '0' });
}

/** A watch list of a buyer, of accounts on record and of others. */
export async function watched(source: DataSource, holder: string, wsibAccounts: readonly string[]): Promise<void> {
  const owner = { scope: 'buyer', holder, createdBy: holder } as const;
  const { identifiers } = await source.getRepository(WatchListRow).insert({ ...owner, name: 'Bridge', noticeDays: [30] });
  const entries = wsibAccounts.map((wsibAccount) => ({ listId: identifiers[0]?.id, wsibAccount }));
  await source.getRepository(WatchListEntryRow).insert(entries);
}
