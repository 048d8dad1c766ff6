import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.ts';
import type { Day } from '../rules/calendar.ts';
import { refreshWork } from './refresh.service.ts';
import { requestItems } from './request-items.ts';
import { type WorkCount, WorkItemKind } from './work-item.type.ts';
import { numbersByKind, type WorkQueue } from './work-queue.sql.ts';

/** How many items of each kind the queue has on a day, for work of the registry itself: a caller asks by `workCounts`. */
export async function workCountsOn(source: DataSource, today: Day, filter: WorkQueue['filter']): Promise<WorkCount[]> {
  await refreshWork(source, today);
  const requests = await requestItems(source, today);
  const { text, values } = numbersByKind({ today, kinds: Object.values(WorkItemKind), filter, requests });
  return (await poolOf(source).query<WorkCount>(text, [...values])).rows;
}
