import { permitStaff } from '../access/permission.ts';
import { keyRangeOf } from '../connection/key-range.ts';
import { Cursors, isPositionInTime } from '../connection/keyset.ts';
import { connectionOfPositioned, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf, totalOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import type { Day } from '../rules/calendar.ts';
import { requestItems } from './request-items.ts';
import { WorkItemKind, type WorkItemSource } from './work-item.type.ts';
import { type Details, describeItem } from './work-items.ts';
import type { WorkQueueArgs } from './work-queue.args.ts';
import { itemsOf, numberOfItems, type WorkQueue } from './work-queue.sql.ts';

const cursors = new Cursors('workQueue', isPositionInTime);

interface ItemRow extends Pick<WorkItemSource, 'key' | 'kind' | 'accountId' | 'since' | 'dueOn' | 'state'> {
  readonly id: string;
  readonly details: Details;
  readonly position: Day;
}

/** Everything with a running deadline today, the earliest due first, for staff. */
export async function workQueue(context: Context, args: WorkQueueArgs): Promise<CountedConnection<WorkItemSource>> {
  permitStaff(context.caller, 'reading the work queue');
  const page = pageOf(args, cursors, context.caller);
  const queue = await queueOf(context, args);
  const rows = await rowsOf<ItemRow>(context, itemsOf(queue, keyRangeOf(page, false)));
  return counted(connectionOfPositioned(page, rows.map(positioned), cursors), () => totalOf(context, numberOfItems(queue)));
}

async function queueOf(context: Context, { filter }: WorkQueueArgs): Promise<WorkQueue> {
  const { today } = context;
  const kinds = filter?.kinds ?? Object.values(WorkItemKind);
  const withRequests = kinds.some((kind) => ofRequests.includes(kind));
  const requests = withRequests ? await context.read((source) => requestItems(source, today)) : [];
  return { today, kinds: [...new Set(kinds)], filter: { states: filter?.states ?? null, dueBy: filter?.dueBy ?? null }, requests };
}

const ofRequests: readonly WorkItemKind[] = ['EQUIVALENCY_REVIEW', 'EQUIVALENCY_DOCUMENTS', 'EQUIVALENCY_DECISION'];

function positioned({ id, details, position, ...row }: ItemRow): Positioned<WorkItemSource> {
  const described = describeItem(row.kind, { ...details, since: row.since, ...(row.dueOn ? { dueOn: row.dueOn } : {}) });
  const requestId = ofRequests.includes(row.kind) ? id : null;
  return { node: { ...row, ...described, requestId }, text: position, id: row.key };
}
