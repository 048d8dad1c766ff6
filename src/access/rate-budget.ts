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

/** How much of everything that is counted of a caller. */
export interface Counted {
  points: number;
  lookUps: number;
  /** Look-ups that found nothing visible. */
  misses: number;
}

/** What one caller took on this node, and how fast it is refilled. */
export interface Taken extends Readonly<Counted> {
  readonly caller: string;
  readonly rates: Metered<Rate>;
}

/** Milliseconds since 1970 at which the level was last computed, what was taken and not refilled since, and the misses not forgiven yet. */
interface Level extends Counted {
  at: number;
  /** What was taken here since other nodes were last told. */
  readonly untold: Counted;
  usual: Metered<Rate>;
}

/**
 * Look-ups that find nothing visible, as trying one number after another does. After so many the look-ups are refilled more slowly, until
 * enough misses are forgiven. A list of bidders with wrong numbers in it stays far below.
 */
export const misses = { most: 500, forgivenPerSecond: 500 / 3600, slowerBy: 10 };

/** Callers metered at once, some 150 bytes each: the one not seen for the longest is forgotten and starts with a full bucket. */
const MOST_METERED = 50_000;

/** Other nodes are told of a caller once it took this share of a budget, or so many misses: who is far from the limit costs them nothing. */
const TOLD_FROM = { share: 1 / 50, misses: 10 };

/** Token buckets, two for each caller, in the memory of this process. */
export class RateBudget {
  /** Callers of whom other nodes should be told. */
  private readonly due = new Set<string>();
  private onDue: (() => void) | null = null;
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
    const rates = ratesOf(level);
    const waits = {
      points: waitFor(rates.points, level.points, asked.points),
      lookUps: waitFor(rates.lookUps, level.lookUps, asked.lookUps),
    };
    const retryAfter = Math.max(waits.points, waits.lookUps);
    if (retryAfter === 0) {
      this.add(caller, level, { ...asked, misses: 0 });
    }
    const longest = waits.lookUps > waits.points ? 'lookUps' : 'points';
    return { asked, left: leftOf(level, rates), rates, short: retryAfter === 0 ? null : longest, retryAfter };
  }

  /** Returns to both buckets of a caller what was taken from them. */
  giveBack(caller: string, rates: Metered<Rate>, taken: Metered<number>): Charge {
    const level = this.levelNow(caller, rates);
    this.add(caller, level, {
      points: -Math.min(level.points, taken.points),
      lookUps: -Math.min(level.lookUps, taken.lookUps),
      misses: 0,
    });
    return { asked: { points: 0, lookUps: 0 }, left: leftOf(level, rates), rates, short: null, retryAfter: 0 };
  }

  /** Notes look-ups of a caller that found nothing visible. */
  noteMisses(caller: string, count: number): void {
    const level = this.levels.get(caller);
    if (level) this.add(caller, level, { points: 0, lookUps: 0, misses: count });
  }

  /** Calls from now on whenever there is something to tell other nodes. */
  tellsBy(onDue: () => void): void {
    this.onDue = onDue;
  }

  /** Whether there is something to tell other nodes. */
  get hasNews(): boolean {
    return this.due.size > 0;
  }

  /** What to tell other nodes, at most of so many callers. It counts as told: give it to `keepUntold` where it could not be. */
  takeNews(most: number): Taken[] {
    const callers = [...this.due].slice(0, most);
    for (const caller of callers) this.due.delete(caller);
    return callers.flatMap((caller) => {
      const level = this.levels.get(caller);
      if (!level) return [];
      const news = { ...level.untold, caller, rates: ratesOf(level) };
      Object.assign(level.untold, nothing);
      return [news];
    });
  }

  keepUntold(news: readonly Taken[]): void {
    for (const { caller, ...taken } of news) {
      const level = this.levels.get(caller);
      if (level) addTo(level.untold, taken);
      if (level) this.due.add(caller);
    }
  }

  /** Takes over what a caller took on all nodes, as of now, what was told included. */
  learn(caller: string, all: Readonly<Counted>): void {
    const level = this.levels.get(caller);
    if (level) Object.assign(level, sum(all, level.untold), { at: this.clock.wallNow().getTime() });
  }

  private add(caller: string, level: Level, taken: Readonly<Counted>): void {
    addTo(level, taken);
    if (!this.onDue) return;
    addTo(level.untold, taken);
    if (!isNews(level)) return;
    this.due.add(caller);
    this.onDue();
  }

  // After the clock is set back, nothing is refilled until it passes its former time.
  private levelNow(caller: string, usual: Metered<Rate>): Level {
    const at = this.clock.wallNow().getTime();
    const known = this.levels.get(caller);
    if (known) {
      known.usual = usual;
      const { points, lookUps } = ratesOf(known);
      const seconds = Math.max(0, at - known.at) / 1000;
      known.points = Math.max(0, known.points - seconds * points.perSecond);
      known.lookUps = Math.max(0, known.lookUps - seconds * lookUps.perSecond);
      known.misses = Math.max(0, known.misses - seconds * misses.forgivenPerSecond);
      known.at = at;
      return known;
    }
    const fresh = { ...nothing, at, usual, untold: { ...nothing } };
    this.levels.set(caller, fresh);
    return fresh;
  }
}

const nothing: Readonly<Counted> = { points: 0, lookUps: 0, misses: 0 };

const sum = (a: Readonly<Counted>, b: Readonly<Counted>): Counted => ({
  points: a.points + b.points,
  lookUps: a.lookUps + b.lookUps,
  misses: a.misses + b.misses,
});

function addTo(target: Counted, more: Readonly<Counted>): void {
  target.points += more.points;
  target.lookUps += more.lookUps;
  target.misses += more.misses;
}

const isNews = ({ untold, usual }: Level): boolean =>
  untold.points >= usual.points.capacity * TOLD_FROM.share ||
  untold.lookUps >= usual.lookUps.capacity * TOLD_FROM.share ||
  untold.misses >= TOLD_FROM.misses;

const ratesOf = ({ misses: missed, usual }: Level): Metered<Rate> => (missed > misses.most ? slowed(usual) : usual);

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
