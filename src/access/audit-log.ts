import type { DataSource, EntityManager } from 'typeorm';
import type { Unit } from '../database/unit-of-work.ts';

/** An act as the audit log records it. */
export interface Act {
  /** What was done: the name of the mutation, or what was read. */
  readonly action: string;
  /** Id of the account or organization concerned. */
  readonly subject: string;
  readonly details: object;
  /** Null for acts at the command line. */
  readonly requestId: string | null;
}

/** Adds to the audit log in the same transaction as the effect: if the effect is rolled back, so is the entry. */
export const logAct = ({ tx, actor }: Pick<Unit, 'tx' | 'actor'>, act: Act): Promise<void> => enter(tx, actor, act);

/** Adds to the audit log that something confidential was read. The reader waits for it: what cannot be logged is not shown. */
export const logReading = ({ manager }: Pick<DataSource, 'manager'>, actor: string, act: Act): Promise<void> => enter(manager, actor, act);

/** Like `logReading`, for several subjects with one statement. */
export async function logReadings(
  { manager }: Pick<DataSource, 'manager'>,
  actor: string,
  { action, requestId }: Pick<Act, 'action' | 'requestId'>,
  read: readonly Pick<Act, 'subject' | 'details'>[],
): Promise<void> {
  if (read.length === 0) return;
  const details = read.map((each) => JSON.stringify(each.details));
  await manager.query(
    `insert into audit_log (actor, action, subject, details, request_id)
     select $1, $2, subject, details, $3 from unnest($4::text[], $5::jsonb[]) as each (subject, details)`,
    [actor, action, requestId, read.map(({ subject }) => subject), details],
  );
}

async function enter(tx: EntityManager, actor: string, { action, subject, details, requestId }: Act): Promise<void> {
  await tx.query('insert into audit_log (actor, action, subject, details, request_id) values ($1, $2, $3, $4, $5)', [
    actor,
    action,
    subject,
    JSON.stringify(details),
    requestId,
  ]);
}
