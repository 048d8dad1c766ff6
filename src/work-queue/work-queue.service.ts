import { permitStaff } from '../access/permission.ts';
import { keyRangeOf } from '../connection/key-range.ts';
import { Cursors } from '../connection/keyset.ts';
import { connectionOfPositioned, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, totalIn } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import type { Statement } from '../database/sql-parameters.ts';
import { faults } from '../errors.ts';
import { isDay } from '../rules/calendar.ts';
import type { Consequence } from '../rules/cycle/consequence.ts';
import { refreshWork } from './refresh.service.ts';
import { requestItems } from './request-items.ts';
import { type WorkCount, WorkItemKind, type WorkItemSource } from './work-item.type.ts';
import { type Described, type Details, describeItem } from './work-items.ts';
import type { WorkCountsArgs, WorkQueueArgs, WorkQueueFilter } from './work-queue.args.ts';
import { itemsOf, numberOfItems, numbersByKind, type WorkQueue } from './work-queue.sql.ts';

/** A place in the queue: whether it is upcoming, its consequence, and its day. */
const isPlace = (text: string): boolean => /^[12][123] /.test(text) && isDay(text.slice(3));

const cursors = new Cursors('workQueue', isPlace);

interface ItemRow
  extends Pick<WorkItemSource, 'key' | 'kind' | 'accountId' | 'since' | 'dueOn' | 'lastDay' | 'state' | 'assignee' | 'assignmentVersion'> {
  readonly id: string;
  readonly rank: 1 | 2 | 3;
  readonly details: Details | Described;
  readonly position: string;
}

/** Everything that IHSA owes, and what staff watch, by its consequence and its day. */
export async function workQueue(context: Context, args: WorkQueueArgs): Promise<CountedConnection<WorkItemSource>> {
  permitStaff(context.caller, 'reading the work queue');
  const page = pageOf(args, cursors, context.caller);
  const queue = await queueOf(context, args.filter ?? {});
  const rows = await rowsOf<ItemRow>(context, itemsOf(queue, keyRangeOf(page, false)));
  const total = async () => totalIn(await rowsOf<{ count: number }>(context, numberOfItems(queue)));
  return counted(connectionOfPositioned(page, rows.map(positioned), cursors), total);
}

/** How many items there are of each kind, by one statement. */
export async function workCounts(context: Context, { filter }: WorkCountsArgs): Promise<WorkCount[]> {
  permitStaff(context.caller, 'reading the work queue');
  return rowsOf<WorkCount>(context, numbersByKind(await queueOf(context, filter ?? {})));
}

/** The item with a key. NOT_FOUND if the queue does not hold it now. */
export async function itemNow(context: Context, key: string): Promise<WorkItemSource> {
  const queue = await queueOf(context, {});
  const range = { above: null, below: null, direction: 'asc', limit: 1 } as const;
  const [row] = await rowsOf<ItemRow>(context, itemsOf({ ...queue, filter: { key } }, range));
  if (!row) throw faults.NOT_FOUND('item of work');
  return positioned(row).node;
}

async function queueOf(context: Context, filter: WorkQueueFilter): Promise<WorkQueue> {
  const { today } = context;
  const kinds = filter.kinds ?? Object.values(WorkItemKind);
  await context.primary((source) => refreshWork(source, today));
  const withRequests = kinds.some((kind) => ofRequests.includes(kind));
  const requests = withRequests ? await context.primary((source) => requestItems(source, today)) : [];
  return { today, kinds: [...new Set(kinds)], filter, requests };
}

/** From the primary: what was just computed may not have reached a replica. */
async function rowsOf<Row extends object>(context: Context, { text, values }: Statement): Promise<Row[]> {
  const { rows } = await context.primary((source) => poolOf(source).query<Row>(text, [...values]));
  return rows;
}

const ofRequests: readonly WorkItemKind[] = ['EQUIVALENCY_REVIEW', 'EQUIVALENCY_DOCUMENTS', 'EQUIVALENCY_DECISION'];

const consequences: Readonly<Record<ItemRow['rank'], Consequence>> = { 1: 'LOSS', 2: 'LATE', 3: 'NONE' };

function positioned({ id, details, position, rank, ...row }: ItemRow): Positioned<WorkItemSource> {
  const days = { since: row.since, ...(row.dueOn ? { dueOn: row.dueOn } : {}) };
  const described = describeItem(row.kind, details, days);
  const requestId = ofRequests.includes(row.kind) ? id : null;
  return { node: { ...row, ...described, consequence: consequences[rank], requestId }, text: position, id: row.key };
}
