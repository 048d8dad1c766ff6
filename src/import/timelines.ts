import { connectionOf, type Unit } from '../database/unit-of-work.ts';
import { recordChanges } from '../outbox/record-change.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { anomalies } from '../rules/standing/anomalies.ts';
import type { StoredFacts } from '../standing/standing.facts.ts';
import { storeNewTimelines, storeTimelines, type TimelineChange } from '../standing/standing.service.ts';
import type { ImportFile } from './column.ts';
import { missingOf } from './missing-conditions.ts';
import type { OnProgress } from './progress.ts';
import { type Doubt, noteWarnings } from './warnings.ts';

/** How many accounts' timelines, old and new, are in memory at once: a few megabytes. */
const BATCH = 1000;

/** How the timelines of an import are stored. */
export interface TimelineOptions {
  readonly files: readonly ImportFile[];
  /** The language of the warnings. */
  readonly locale: Locale;
  /** Whether changes are recorded for followers: not for a first import. */
  readonly isTold: boolean;
  readonly onProgress: OnProgress;
}

/** Computes the timeline of every account the import affects and notes what the law would not have allowed; returns how many differ. */
export async function computeTimelines(unit: Unit, { files, locale, isTold, onProgress }: TimelineOptions): Promise<number> {
  const client = await connectionOf(unit.tx);
  const total = await countAccounts(unit);
  let changed = 0;
  let done = 0;
  for await (const { isNew, accountIds } of batches(unit)) {
    const read = new Map<string, StoredFacts>();
    const changes: TimelineChange[] = [];
    const stored = await (isNew ? storeNewTimelines : storeTimelines)(unit, accountIds, {
      onFacts: (facts) => {
        for (const [id, each] of facts) read.set(id, each);
      },
      onProgress: ({ accounts }) => onProgress({ phase: 'timelines', done: done + accounts, total }),
      ...(isTold ? { onChange: (change) => changes.push(change) } : {}),
    });
    const doubts = [...[...read.values()].flatMap((each): readonly Doubt[] => anomalies(each)), ...(await missingOf(unit.tx, read))];
    await noteWarnings(client, doubts, { files, locale });
    await recordChanges(unit, changes);
    changed += stored.changed;
    done += accountIds.length;
  }
  return changed;
}

async function countAccounts({ tx }: Unit): Promise<number> {
  const [row]: { count: number }[] = await tx.query('select count(*)::integer as count from affected_account');
  return row?.count ?? 0;
}

interface Batch {
  readonly isNew: boolean;
  readonly accountIds: readonly string[];
}

async function* batches(unit: Unit): AsyncGenerator<Batch> {
  for (const isNew of [false, true]) {
    for await (const accountIds of idBatches(unit, isNew)) yield { isNew, accountIds };
  }
}

async function* idBatches({ tx }: Unit, isNew: boolean): AsyncGenerator<readonly string[]> {
  let last: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (last) {
    const rows: { id: string }[] = await tx.query(
      `select account_id as id from affected_account where is_new = $1 and account_id > $2 order by account_id limit ${BATCH}`,
      [isNew, last],
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    last = rows.at(-1)?.id;
  }
}
