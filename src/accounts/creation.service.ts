import { AccountRow } from '../database/tables/account.table.ts';
import { FormerWsibAccountRow } from '../database/tables/former-wsib-account.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { recordedAccount } from '../identifiers/bare-number.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord, lockedRecord, refuseFutureDay } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { organizationNamed } from '../mutations/organization-named.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import { recordIdentityChanges } from '../outbox/record-identity-change.ts';
import type { ChangeWsibAccountInput, CreateAccountInput, RecordSystemInPlaceInput } from './account.input.ts';
import { refuseTakenNumber, type WrittenAccount, writtenAccount } from './correction.service.ts';

/** G-1.2.b, R-22: enters an account of an organization, with its WSIB account number, or for a firm without one. */
export async function createAccount(unit: Unit, input: CreateAccountInput): Promise<Written<WrittenAccount>> {
  const organizationId = await organizationNamed(unit, input.organization);
  const number = input.wsibAccount ? recordedAccount(input.wsibAccount) : null;
  await refuseTakenNumber(unit, null, number);
  // No source gave it a key, so its id is its reference, by which an import can name it.
  const [drawn]: { id: string }[] = await unit.tx.query('select new_id() as id');
  if (!drawn) throw new Error('No id was drawn.');
  await unit.tx.insert(AccountRow, { id: drawn.id, reference: drawn.id, organizationId, wsibAccount: number });
  await updateStandings(unit, [drawn.id]);
  return { thing: writtenAccount({ id: drawn.id, organizationId, wsibAccount: number, version: 1 }), subject: drawn.id };
}

/** Gives an account the number that WSIB assigned. The former one continues to find it while no other account holds it. */
export async function changeWsibAccount(unit: Unit, input: ChangeWsibAccountInput): Promise<Written<WrittenAccount>> {
  const changedOn = input.changedOn ?? unit.today;
  refuseFutureDay('changedOn', changedOn, unit);
  const record = { id: await accountNamed(unit, input.account), expectedVersion: input.expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(AccountRow, { id });
  const { row } = await lockedRecord(unit, 'account', record, find, ({ id }) => id);
  const changes = corrections(row, { wsibAccount: recordedAccount(input.wsibAccount) });
  await refuseTakenNumber(unit, record.id, changes.wsibAccount ?? null);
  if (row.wsibAccount !== null)
    await unit.tx.insert(FormerWsibAccountRow, { accountId: record.id, number: row.wsibAccount, untilDay: changedOn });
  await alterRecord(unit, AccountRow, record, changes);
  await recordIdentityChanges(unit, record.id);
  return { thing: writtenAccount({ ...row, ...changes, version: row.version + 1 }), subject: record.id };
}

/** G-1.2.d: records since when the account's health and safety management system has been in place. */
export async function recordSystemInPlace(unit: Unit, input: RecordSystemInPlaceInput): Promise<Written<WrittenAccount>> {
  refuseFutureDay('since', input.since, unit);
  const record = { id: await accountNamed(unit, input.account), expectedVersion: input.expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(AccountRow, { id });
  const { row } = await lockedRecord(unit, 'account', record, find, ({ id }) => id);
  await alterRecord(unit, AccountRow, record, corrections(row, { systemInPlaceSince: input.since }));
  return { thing: writtenAccount({ ...row, version: row.version + 1 }), subject: record.id };
}
