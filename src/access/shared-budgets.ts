import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { poolOf } from '../database/data-source.ts';
import { prepared } from '../database/prepared.ts';
import { type Counted, misses, type RateBudget, type Taken } from './rate-budget.ts';

/** Milliseconds between two exchanges. In a shorter time less is given twice; each exchange is a statement of a busy node. */
const GAP_MS = 100;

/** Milliseconds until an exchange is tried again after one that failed. */
const RETRY_MS = 5_000;

/** Callers in one exchange. */
const MOST_CALLERS = 1_000;

/** Where faults of the exchange are noted. */
interface Notes {
  warn(details: object, message: string): void;
}

/**
 * Keeps the budgets of all nodes in step through the database, beside the requests and never in their way: a node tells what its callers took, and
 * learns what they took everywhere. While the database is away each node goes by what it knows.
 */
export class SharedBudgets {
  private readonly source: DataSource;
  private readonly budget: RateBudget;
  private readonly log: Notes;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private isAlone = false;
  private isClosed = false;

  constructor(source: DataSource, budget: RateBudget, log: Notes) {
    this.source = source;
    this.budget = budget;
    this.log = log;
    budget.tellsBy(() => this.after(GAP_MS));
  }

  /** Ends after the exchange in progress. */
  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private after(ms: number): void {
    if (this.timer || this.isClosed) return;
    this.timer = setTimeout(() => {
      this.running = this.exchange();
    }, ms).unref();
  }

  private async exchange(): Promise<void> {
    const news = this.budget.takeNews(MOST_CALLERS);
    const succeeded = await this.tell(news).catch((error: unknown) => this.fail(news, error));
    this.timer = null;
    if (this.budget.hasNews) this.after(succeeded ? GAP_MS : RETRY_MS);
  }

  private async tell(news: readonly Taken[]): Promise<true> {
    const callers = new Map(news.map((each) => [digestOf(each.caller), each]));
    const { rows } = await poolOf(this.source).query<{ caller: string } & Counted>({ ...exchangeSql, values: valuesOf(callers) });
    for (const { caller, ...all } of rows) this.budget.learn(callers.get(caller)?.caller ?? '', all);
    this.isAlone = false;
    return true;
  }

  private fail(news: readonly Taken[], error: unknown): false {
    this.budget.keepUntold(news);
    if (!this.isAlone) this.log.warn({ err: error }, 'Budgets are kept by this node alone: the others could not be told.');
    this.isAlone = true;
    return false;
  }
}

/** Who it is, in hexadecimal: addresses of callers without a key are not stored. */
const digestOf = (caller: string): string => createHash('sha256').update(caller).digest('hex');

const valuesOf = (callers: ReadonlyMap<string, Taken>): unknown[] => {
  const all = [...callers.values()];
  return [
    [...callers.keys()],
    all.map(({ points }) => points),
    all.map(({ lookUps }) => lookUps),
    all.map(({ misses: missed }) => missed),
    all.map(({ rates }) => rates.points.perSecond),
    all.map(({ rates }) => rates.lookUps.perSecond),
    misses.forgivenPerSecond,
  ];
};

// In the order of callers, so that two nodes never wait for each other. An update that waited for a later one refills nothing twice.
const exchangeSql = prepared(
  'caller_budget',
  `insert into caller_budget as known (caller, at, points, look_ups, misses, points_per_second, look_ups_per_second)
   select decode(caller, 'hex'), now(), points, look_ups, misses, points_per_second, look_ups_per_second
   from unnest($1::text[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::float8[])
     as told (caller, points, look_ups, misses, points_per_second, look_ups_per_second)
   order by caller
   on conflict (caller) do update set
     at = greatest(known.at, excluded.at),
     points = greatest(0, greatest(0, known.points - known.points_per_second * greatest(0, extract(epoch from excluded.at - known.at)::float8)) + excluded.points),
     look_ups = greatest(0, greatest(0, known.look_ups - known.look_ups_per_second * greatest(0, extract(epoch from excluded.at - known.at)::float8)) + excluded.look_ups),
     misses = greatest(0, known.misses - $7::float8 * greatest(0, extract(epoch from excluded.at - known.at)::float8)) + excluded.misses,
     points_per_second = excluded.points_per_second,
     look_ups_per_second = excluded.look_ups_per_second
   returning encode(caller, 'hex') as caller, greatest(0, points) as points, greatest(0, look_ups) as "lookUps", misses`,
);

/** Removes what is known of callers that took nothing for a day: their budgets are full, and their misses forgiven. */
export async function removeOldBudgets(tx: EntityManager): Promise<void> {
  await tx.query(`delete from caller_budget where at < clock_timestamp() - interval '1 day'`);
}
