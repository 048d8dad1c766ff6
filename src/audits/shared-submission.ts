import type { EntityManager } from 'typeorm';
import type { Unit } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';

/**
 * G-2.4.b: SQL over the audit `a`: whether it still shares the submission of another. Once it was returned, what is submitted again is its own, because
 * each account is judged by itself.
 */
export const sharesSubmission = `a.submission_of_id is not null
  and not exists (select from audit_step returned where returned.audit_id = a.id and returned.kind = 'RETURNED')`;

/** The last day on which an audit, or one that shares its submission, was submitted and not returned; null if there is none. */
export async function submittedWith(tx: EntityManager, auditId: string): Promise<Day | null> {
  const [row]: { on: Day | null }[] = await tx.query(
    `select max(a.submitted_on) as on from audit a where a.id = $1 or (a.submission_of_id = $1 and ${sharesSubmission})`,
    [auditId],
  );
  return row?.on ?? null;
}

/** Until the unit ends, the documents of the submission that an audit shares stay as they are. */
export async function holdSharedSubmission({ tx }: Unit, sharedId: string | null): Promise<void> {
  if (sharedId !== null) await tx.query('select from audit where id = $1 for share', [sharedId]);
}

/** Waits for the units that judge the documents of an audit, before these change. Its account is locked first. */
export async function awaitSharers({ tx }: Unit, auditId: string): Promise<void> {
  await tx.query('select from audit where id = $1 for update', [auditId]);
}
