import { type EntityManager, type EntityTarget, IsNull, Not, type QueryDeepPartialEntity } from 'typeorm';
import { AccountRow } from '../database/tables/account.table.ts';
import { lockAccount, type Unit } from '../database/unit-of-work.ts';
import { type Fault, faults } from '../errors.ts';
import type { FaultWords } from '../errors-french.ts';
import type { Day } from '../rules/calendar.ts';
import { accountFacts, type StoredFacts } from '../standing/standing.facts.ts';

/** A row of a fact, with the version that every change raises. */
export interface VersionedRow {
  id: string;
  version: number;
}

/** Which record a mutation alters, and at which version its caller read it. */
export interface ReadRecord {
  readonly id: string;
  readonly expectedVersion: number;
}

/**
 * Locks an account for the rest of the unit and reads its facts, which cannot change from then on. NOT_FOUND if there is no such account; a unit whose
 * account was merged away meanwhile is done again.
 */
export async function lockedFacts(unit: Unit, accountId: string): Promise<StoredFacts> {
  await lockForFacts(unit, accountId);
  const facts = (await accountFacts(unit.tx, [accountId])).get(accountId);
  if (!facts) throw new Error('The facts of a locked account were not read.');
  return facts;
}

/** The same for a unit that needs the account's own row alone. */
export async function lockedAccount(unit: Unit, id: string): Promise<AccountRow> {
  await lockForFacts(unit, id);
  return unit.tx.findOneByOrFail(AccountRow, { id });
}

/** Locks an account that a unit found; one that was merged away while the unit waited makes it begin again. */
export async function lockForFacts(unit: Unit, accountId: string): Promise<void> {
  if (await lockAccount(unit, accountId)) return;
  throw (await isMerged(unit, accountId)) ? new MergedMeanwhile() : faults.NOT_FOUND('account');
}

/** The account was merged into another while the unit waited for it. Done again, the unit finds the other: the ids of both go on to work (G-1.2.b). */
export class MergedMeanwhile extends Error {
  override readonly name = 'MergedMeanwhile';
}

const isMerged = ({ tx }: Unit, id: string): Promise<boolean> => tx.existsBy(AccountRow, { id, mergedIntoId: Not(IsNull()) });

/** A record with the facts of its account, locked. */
export interface LockedRecord<Row> {
  readonly row: Row;
  readonly accountId: string;
  readonly facts: StoredFacts;
}

/**
 * The record that a caller wants to alter, with its account locked. NOT_FOUND if there is none (`what` names its kind); CONFLICT if it has
 * changed since the caller read it.
 */
export async function lockedRecord<Row extends VersionedRow>(
  unit: Unit,
  what: FaultWords,
  record: ReadRecord,
  find: (id: string) => Promise<Row | null>,
  accountOf: (row: Row) => string | Promise<string>,
): Promise<LockedRecord<Row>> {
  const seen = await find(record.id);
  if (!seen) throw faults.NOT_FOUND(what);
  const accountId = await accountOf(seen);
  const facts = await lockedFacts(unit, accountId);
  // Read again: before the account was locked, someone else may have changed it.
  const row = await find(record.id);
  if (row?.version !== record.expectedVersion) throw faults.CONFLICT(row?.version ?? null);
  return { row, accountId, facts };
}

/** Throws CONFLICT if a record that is locked was changed since its caller read it; `field` holds the version that was read. */
export function refuseOtherVersion({ version }: VersionedRow, expectedVersion: number, field = 'input.expectedVersion'): void {
  if (version !== expectedVersion) throw faults.CONFLICT(version, field);
}

/** Changes a record that is at the version its caller read, and raises the version; CONFLICT otherwise. */
export async function alterRecord<Row extends VersionedRow>(
  { tx }: Unit,
  table: EntityTarget<Row>,
  record: ReadRecord,
  changes: QueryDeepPartialEntity<Row>,
): Promise<void> {
  const { affected } = await tx.createQueryBuilder().update(table).set(changes).where(atVersion, record).execute();
  if (affected !== 1) throw await conflict(tx, table, record);
}

/** Removes a record that was recorded in error, at the version its caller read; its history stays. CONFLICT otherwise. */
export async function removeRecord<Row extends VersionedRow>({ tx }: Unit, table: EntityTarget<Row>, record: ReadRecord): Promise<void> {
  const { affected } = await tx.createQueryBuilder().delete().from(table).where(atVersion, record).execute();
  if (affected !== 1) throw await conflict(tx, table, record);
}

const atVersion = 'id = :id and version = :expectedVersion';

async function conflict<Row extends VersionedRow>(tx: EntityManager, table: EntityTarget<Row>, { id }: ReadRecord): Promise<Fault> {
  const current = await tx.createQueryBuilder(table, 'record').where('record.id = :id', { id }).getOne();
  return faults.CONFLICT(current?.version ?? null);
}

/** Throws BAD_USER_INPUT for a future day: documents are dated, and events happen, today or earlier. */
export function refuseFutureDay(field: string, day: Day, { today }: Unit): void {
  if (day > today) throw faults.BAD_USER_INPUT(`input.${field}`, `input.${field} must be today in Toronto or an earlier day.`);
}
