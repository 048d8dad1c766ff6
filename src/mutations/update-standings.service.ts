import type { Unit } from '../database/unit-of-work.ts';
import { recordChanges } from '../outbox/record-change.ts';
import { storeTimelines, type TimelineChange } from '../standing/standing.service.ts';

/** Stores the timelines that follow from the facts recorded so far, and records a change for each standing that differs from the one before. */
export async function updateStandings(unit: Unit, accountIds: readonly string[]): Promise<void> {
  const changes: TimelineChange[] = [];
  await storeTimelines(unit, accountIds, { onChange: (change) => changes.push(change) });
  await recordChanges(unit, changes);
}
