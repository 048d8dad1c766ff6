import type { Unit } from '../database/unit-of-work.ts';
import { recordChanges } from '../outbox/record-change.ts';
import { storeTimelines, type TimelineChange } from '../standing/standing.service.ts';

/** What follows from recorded facts: stores the timelines that they give now, and tells of every standing that is another than before. */
export async function restate(unit: Unit, accountIds: readonly string[]): Promise<void> {
  const changes: TimelineChange[] = [];
  await storeTimelines(unit, accountIds, { onChange: (change) => changes.push(change) });
  await recordChanges(unit, changes);
}
