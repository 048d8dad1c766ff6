import type { Unit } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import type { RequestStatus } from '../rules/equivalency/request.ts';

/** A request whose status changed; `before` is null for one that was just made. */
export interface RequestChange {
  readonly requestId: string;
  readonly accountId: string;
  readonly before: RequestStatus | null;
  readonly after: RequestStatus;
  /** The day from which it holds. */
  readonly effectiveOn: Day;
}

/** Records a change of a request's status. The sequencer wakes when the unit commits. */
export async function recordRequestChange({ tx, today, recordingId }: Unit, change: RequestChange): Promise<void> {
  const { requestId, accountId, before, after, effectiveOn } = change;
  await tx.query(insertSql, [accountId, effectiveOn, recordingId, today, requestId, before, after]);
  await tx.query(`select pg_notify('change', '')`);
}

const insertSql = `
  insert into change (kind, account_id, organization_id, effective_on, recording_id, told_on, request_id, before_status, after_status)
  select 'EQUIVALENCY_REQUEST', id, organization_id, $2, $3, $4, $5, $6, $7 from account where id = $1`;
