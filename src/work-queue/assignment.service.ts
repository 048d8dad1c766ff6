import { permitStaff } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { type Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { mutate } from '../mutations/mutate.ts';
import { Refusal } from '../rules/decision.ts';
import type { AssignWorkInput } from './assignment.input.ts';
import type { WorkItemSource } from './work-item.type.ts';
import { itemNow } from './work-queue.service.ts';

/** Records who looks after an item of the queue. NOT_FOUND if the queue does not hold it now; CONFLICT if someone was quicker. */
export async function assignWork(context: Context, input: AssignWorkInput): Promise<WorkItemSource> {
  permitStaff(context.caller, 'recording as IHSA’s staff');
  const item = await itemNow(context, input.item);
  const assigned = await mutate(context, 'assignWork', input, async (unit) => ({
    thing: { ...item, ...(await write(unit, item, input)) },
    subject: item.accountId,
  }));
  if (assigned instanceof Refusal) throw new Error('No rule refuses an assignment.');
  return assigned;
}

type Assigned = Pick<WorkItemSource, 'assignee' | 'assignmentVersion'>;

async function write(
  { tx, actor }: Unit,
  { key, accountId }: WorkItemSource,
  { assignee, expectedVersion }: AssignWorkInput,
): Promise<Assigned> {
  // The row of an item that nobody was assigned to is made first, so that two who are the first wait for each other too.
  await tx.query(
    `insert into work_assignment (item, account_id, assigned_by, version) values ($1, $2, $3, 0) on conflict (item) do nothing`,
    [key, accountId, actor],
  );
  const [[row]]: [{ version: number }[], number] = await tx.query(
    `update work_assignment set assignee = $2, assigned_by = $3, assigned_at = clock_timestamp(), version = version + 1
     where item = $1 and version = $4 returning version`,
    [key, assignee ?? null, actor, expectedVersion],
  );
  if (row) return { assignee: assignee ?? null, assignmentVersion: row.version };
  const [current]: { version: number }[] = await tx.query('select version from work_assignment where item = $1', [key]);
  throw faults.CONFLICT(current?.version ?? null);
}
