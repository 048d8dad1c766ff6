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

/** Milliseconds since 1970 at which the level was last computed, what was taken and not refilled since, and the misses not forgiven yet. */
interface Level {
  at: number;
  points: number;
  lookUps: number;
  misses: number;
}

/**
 * Look-ups that find nothing visible, as trying one number after another does. After so many the look-ups are refilled more slowly, until
 * enough misses are forgiven. A list of bidders with wrong numbers in it stays far below.
 */
const misses = { most: 500, forgivenPerSecond: 500 / 3600, slowerBy: 10 };

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
  charge(caller: string, usual: Metered<Rate>, asked: Metered<number>): Charge {
    const level = this.levelNow(caller, usual);
    const rates = level.misses > misses.most ? slowed(usual) : usual;
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

  /** Notes look-ups of a caller that found nothing visible. */
  noteMisses(caller: string, count: number): void {
    const level = this.levels.get(caller);
    if (level) level.misses += count;
  }

  // After the clock is set back, nothing is refilled until it passes its former time.
  private levelNow(caller: string, usual: Metered<Rate>): Level {
    const at = this.clock.wallNow().getTime();
    const known = this.levels.get(caller);
    if (known) {
      const { points, lookUps } = known.misses > misses.most ? slowed(usual) : usual;
      const seconds = Math.max(0, at - known.at) / 1000;
      known.points = Math.max(0, known.points - seconds * points.perSecond);
      known.lookUps = Math.max(0, known.lookUps - seconds * lookUps.perSecond);
      known.misses = Math.max(0, known.misses - seconds * misses.forgivenPerSecond);
      known.at = at;
      return known;
    }
    const fresh = { at, points: 0, lookUps: 0, misses: 0 };
    this.levels.set(caller, fresh);
    return fresh;
  }
}

// One object for each scope's rates, because headers are kept by it.
const slowedRates = new WeakMap<Metered<Rate>, Metered<Rate>>();

function slowed(usual: Metered<Rate>): Metered<Rate> {
  const known = slowedRates.get(usual);
  if (known) return known;
  const { capacity, perSecond } = usual.lookUps;
  const made = { ...usual, lookUps: { capacity, perSecond: perSecond / misses.slowerBy } };
  slowedRates.set(usual, made);
  return made;
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
