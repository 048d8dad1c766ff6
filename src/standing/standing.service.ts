import type { EntityManager } from 'typeorm';
import { lockAccounts, type Unit } from '../database/unit-of-work.ts';
import { standingTimeline } from '../rules/standing/timeline.ts';
import { accountFacts, type StoredFacts } from './standing.facts.ts';
import { isSameTimeline, type PeriodRow, periodRows } from './standing-period.row.ts';
import { endTimelines, insertTimelines, storedTimelines } from './standing-period.store.ts';

/** The progress of storing timelines. */
export interface TimelinesStored {
  readonly accounts: number;
  /** Accounts whose timeline was not stored yet, or differed. */
  readonly changed: number;
  /** Periods written for them. */
  readonly periods: number;
}

/** A timeline that differs from the one stored before; `was` is empty for an account that had none. */
export interface TimelineChange {
  readonly accountId: string;
  readonly was: readonly PeriodRow[];
  readonly becomes: readonly PeriodRow[];
}

export interface StoringOptions {
  /** Called after each batch. */
  readonly onProgress?: (done: TimelinesStored) => void;
  readonly onChange?: (change: TimelineChange) => void;
  /** Called with the facts from which a batch of timelines is computed, so that nobody reads them twice. */
  readonly onFacts?: (facts: ReadonlyMap<string, StoredFacts>) => void;
}

/** Accounts in a batch: 500 limit the memory to about 20 MB, and keep the fixed cost of a statement small. */
const BATCH = 500;

/**
 * Computes the timelines of the accounts from the facts recorded so far, the unit's own included, and stores those that differ; what they
 * replace moves to the history. It locks the accounts. A service that writes a fact must call this before the end of the unit.
 */
export function storeTimelines(unit: Unit, accountIds: readonly string[], options: StoringOptions = {}): Promise<TimelinesStored> {
  return inBatches(accountIds, options, async (batch, note) => {
    if ((await lockAccounts(unit, batch)) < new Set(batch).size) throw new Error('Only an account has a timeline.');
    const changes = await timelineChanges(unit.tx, batch, options);
    await replaceTimelines(unit, changes);
    changes.forEach(note);
  });
}

/** The same for accounts that this unit itself entered: nothing is stored for them yet, and nobody else can see them. */
export function storeNewTimelines(unit: Unit, accountIds: readonly string[], options: StoringOptions = {}): Promise<TimelinesStored> {
  return inBatches(accountIds, options, async (batch, note) => {
    const facts = await readFacts(unit.tx, batch, options);
    await insertTimelines(unit, noting(timelinesOf(facts), note));
  });
}

/** The accounts whose stored timeline is not the one that follows from their facts under the current rules. */
export async function timelineChanges(
  tx: EntityManager,
  accountIds: readonly string[],
  options: StoringOptions = {},
): Promise<TimelineChange[]> {
  const facts = await readFacts(tx, accountIds, options);
  const stored = await storedTimelines(tx, accountIds);
  return [...timelinesOf(facts)].flatMap(([accountId, becomes]) => {
    const was = stored.get(accountId) ?? [];
    return isSameTimeline(was, becomes) ? [] : [{ accountId, was, becomes }];
  });
}

async function readFacts(tx: EntityManager, accountIds: readonly string[], { onFacts }: StoringOptions): Promise<Facts> {
  const facts = await accountFacts(tx, accountIds);
  onFacts?.(facts);
  return facts;
}

type Facts = ReadonlyMap<string, StoredFacts>;

type Timeline = readonly [accountId: string, rows: readonly PeriodRow[]];

/** The timeline of each account, computed on demand. */
function* timelinesOf(facts: Facts): Iterable<Timeline> {
  for (const [accountId, its] of facts) yield [accountId, periodRows(standingTimeline(its), its)];
}

type Note = (change: TimelineChange) => void;

function* noting(timelines: Iterable<Timeline>, note: Note): Iterable<Timeline> {
  for (const [accountId, becomes] of timelines) {
    note({ accountId, was: [], becomes });
    yield [accountId, becomes];
  }
}

async function replaceTimelines(unit: Unit, changes: readonly TimelineChange[]): Promise<void> {
  const replaced = changes.filter(({ was }) => was.length > 0);
  if (replaced.length > 0) {
    const ids = replaced.map(({ accountId }) => accountId);
    await endTimelines(unit, ids);
  }
  if (changes.length > 0)
    await insertTimelines(
      unit,
      changes.map(({ accountId, becomes }) => [accountId, becomes]),
    );
}

async function inBatches(
  accountIds: readonly string[],
  { onProgress, onChange }: StoringOptions,
  store: (batch: readonly string[], note: Note) => Promise<void>,
): Promise<TimelinesStored> {
  const done = { accounts: 0, changed: 0, periods: 0 };
  const note: Note = (change) => {
    done.changed += 1;
    done.periods += change.becomes.length;
    onChange?.(change);
  };
  for (let at = 0; at < accountIds.length; at += BATCH) {
    const batch = accountIds.slice(at, at + BATCH);
    await store(batch, note);
    done.accounts += batch.length;
    onProgress?.({ ...done });
  }
  return done;
}
