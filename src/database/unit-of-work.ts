import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../rules/calendar.ts';
import { givenIds, idArray } from './id-array.ts';

/** One piece of work in one transaction: everything that reads or writes facts takes it as its first parameter. */
export interface Unit {
  readonly tx: EntityManager;
  /** The day in Toronto, the same throughout the work. */
  readonly today: Day;
  readonly actor: string;
  /** The recording under which everything the work records becomes known. */
  readonly recordingId: string;
}

/** Who does the work, why, and on which day. */
export interface Author {
  readonly actor: string;
  readonly reason?: string | undefined;
  readonly today: Day;
}

/**
 * Does the work in one transaction and commits it. If the work recorded a fact or a timeline, the recording is written last, with its instant, actor
 * and reason; otherwise none is written. If the work throws, nothing is kept.
 */
export async function write<T>(dataSource: DataSource, author: Author, work: (unit: Unit) => Promise<T>): Promise<T> {
  return dataSource.transaction('READ COMMITTED', async (tx) => {
    const unit = { tx, today: author.today, actor: author.actor, recordingId: await begin(tx, author) };
    const result = await work(unit);
    await keepRecording(unit, author.reason);
    return result;
  });
}

// The history trigger reads these settings; they end with the transaction.
async function begin(tx: EntityManager, { actor, reason }: Author): Promise<string> {
  const [drawn]: { id: string }[] = await tx.query(
    `select id, set_config('registry.recording', id::text, true), set_config('registry.actor', $1, true),
       set_config('registry.reason', $2, true), set_config('registry.recorded', '', true)
     from (select nextval('recording_id_seq') as id) as drawn`,
    [actor, reason ?? ''],
  );
  if (!drawn) throw new Error('The sequence of recordings returned no number.');
  return drawn.id;
}

// Last, so that recorded_at is as near to the commit as possible: nothing counts as known before it is committed. In whole milliseconds, so that an
// instant we returned counts as known when it is asked for again.
async function keepRecording({ tx, recordingId, actor }: Unit, reason: string | undefined): Promise<void> {
  await tx.query(
    `insert into recording (id, recorded_at, actor, reason)
     select $1, date_trunc('milliseconds', registry_now()), $2, $3 where current_setting('registry.recorded', true) = 'on'`,
    [recordingId, actor, reason ?? null],
  );
}

/** Reads several things as of one moment: between two statements of an ordinary transaction, another unit may commit. */
export const snapshot = <T>(dataSource: DataSource, read: (tx: EntityManager) => Promise<T>): Promise<T> =>
  dataSource.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    return read(tx);
  });

/** Marks that the unit recorded something. Triggers do this for facts; code that writes timelines in bulk calls it. */
export async function noteRecorded({ tx }: Unit): Promise<void> {
  await tx.query(`select set_config('registry.recorded', 'on', true)`);
}

/**
 * Makes any other unit that locks the account wait until this one ends, so that the facts do not change while the law judges them. False if there is
 * no such account.
 */
export async function lockAccount(unit: Unit, accountId: string): Promise<boolean> {
  const locked = await lockAccounts(unit, [accountId]);
  if (locked === 1) await markWork(unit, [accountId]);
  return locked === 1;
}

/** Notes that what IHSA owes on accounts must be computed anew: a caller that locks an account is about to change its facts. */
export async function markWork({ tx }: Unit, accountIds: readonly string[]): Promise<void> {
  await tx.query(`insert into work_mark (account_id) select unnest(${givenIds})`, [idArray(accountIds)]);
}

/** The same for every account. */
export async function markAllWork(manager: Pick<EntityManager, 'query'>): Promise<void> {
  await manager.query('insert into work_mark (account_id) values (null)');
}

/** Locks several accounts, always in the same order, so that two units never wait for each other; returns how many exist. A merged one does not. */
export async function lockAccounts({ tx }: Unit, accountIds: readonly string[]): Promise<number> {
  const locked: unknown[] = await tx.query(
    `select from account where id = any(${givenIds}) and merged_into_id is null order by id for no key update`,
    [idArray(accountIds)],
  );
  return locked.length;
}

/** Locks all accounts at once, and those yet to be added: for an import, which would need too many row locks. Others can still read. */
export async function lockEveryAccount({ tx }: Unit): Promise<void> {
  await tx.query('lock table account in exclusive mode');
  await markAllWork(tx);
}

/** The pg connection of the transaction, for COPY and for rows as arrays, which TypeORM does not offer. */
export async function connectionOf(tx: EntityManager): Promise<PoolClient> {
  if (!tx.queryRunner) throw new Error('This needs the connection of a transaction.');
  const connection: PoolClient = await tx.queryRunner.connect();
  return connection;
}
