import { LRUCache } from 'lru-cache';
import type { WallClock } from '../clock.ts';

/** A bucket: how much it holds, and how much is refilled per second. */
export interface Rate {
  readonly capacity: number;
  readonly perSecond: number;
}

/** What is metered: `points` is the cost of operations; `lookUps` is how many things were looked up by number, name or id. */
export type Meter = 'points' | 'lookUps';

/** One of something for each meter. */
export type Metered<Value> = Readonly<Record<Meter, Value>>;

/** The outcome of a charge. */
export interface Charge {
  readonly asked: Metered<number>;
  /** What may be taken right now. */
  readonly left: Metered<number>;
  readonly rates: Metered<Rate>;
  /** The meter that had too little left, of two the one that takes longer; null if the charge was taken. If it is not null, nothing was taken from either. */
  readonly short: Meter | null;
  /** Whole seconds until there is enough of both; 0 if there is. */
  readonly retryAfter: number;
}

/** Milliseconds since 1970 at which the level was last computed, and what was taken and not refilled since. */
interface Level {
  at: number;
  points: number;
  lookUps: number;
}

/** Callers metered at once, some 150 bytes each: the one not seen for the longest is forgotten and starts with a full bucket. */
const MOST_METERED = 50_000;

/** Leaking buckets, two for each caller, in the memory of this process. */
export class RateBudget {
  private readonly levels: LRUCache<string, Level>;
  private readonly clock: WallClock;

  constructor(clock: WallClock, most = MOST_METERED) {
    this.clock = clock;
    this.levels = new LRUCache({ max: most });
  }

  /** How many callers are metered. */
  get size(): number {
    return this.levels.size;
  }

  /** Takes the charge from both buckets of a caller, or from neither. */
  charge(caller: string, rates: Metered<Rate>, asked: Metered<number>): Charge {
    const level = this.levelNow(caller, rates);
    const waits = {
      points: waitFor(rates.points, level.points, asked.points),
      lookUps: waitFor(rates.lookUps, level.lookUps, asked.lookUps),
    };
    const retryAfter = Math.max(waits.points, waits.lookUps);
    if (retryAfter === 0) {
      level.points += asked.points;
      level.lookUps += asked.lookUps;
    }
    const longest = waits.lookUps > waits.points ? 'lookUps' : 'points';
    return { asked, left: leftOf(level, rates), rates, short: retryAfter === 0 ? null : longest, retryAfter };
  }

  /** Returns to both buckets of a caller what was taken from them. */
  giveBack(caller: string, rates: Metered<Rate>, taken: Metered<number>): Charge {
    const level = this.levelNow(caller, rates);
    level.points = Math.max(0, level.points - taken.points);
    level.lookUps = Math.max(0, level.lookUps - taken.lookUps);
    return { asked: { points: 0, lookUps: 0 }, left: leftOf(level, rates), rates, short: null, retryAfter: 0 };
  }

  // After the clock is set back, nothing is refilled until it passes its former time.
  private levelNow(caller: string, { points, lookUps }: Metered<Rate>): Level {
    const at = this.clock.wallNow().getTime();
    const known = this.levels.get(caller);
    if (known) {
      const seconds = Math.max(0, at - known.at) / 1000;
      known.points = Math.max(0, known.points - seconds * points.perSecond);
      known.lookUps = Math.max(0, known.lookUps - seconds * lookUps.perSecond);
      known.at = at;
      return known;
    }
    const fresh = { at, points: 0, lookUps: 0 };
    this.levels.set(caller, fresh);
    return fresh;
  }
}

/** Fractions of a point, from adding fractions of seconds, must not count against the caller. */
const GRAIN = 1e-6;

const leftIn = ({ capacity }: Rate, level: number): number => Math.max(0, Math.floor(capacity - level + GRAIN));

const leftOf = ({ points, lookUps }: Level, rates: Metered<Rate>): Metered<number> => ({
  points: leftIn(rates.points, points),
  lookUps: leftIn(rates.lookUps, lookUps),
});

/** Whole seconds until a bucket has so much; 0 if it does. */
function waitFor({ capacity, perSecond }: Rate, level: number, asked: number): number {
  const lacking = level + asked - capacity - GRAIN;
  return asked > 0 && lacking > 0 ? Math.max(1, Math.ceil(lacking / perSecond)) : 0;
}
