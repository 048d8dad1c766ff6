import type { Caller, CallerScope } from '../../contract/viewer.type.ts';
import { WaitingLine } from './waiting-line.ts';

/** Milliseconds by which timers may be late. Beyond this, answers to health checks and refusals are late as well. */
const LATE_MS = 20;

/** Concurrent requests of which none is refused, however late timers are: as many as the usual pool has connections. */
const LEAST = 4;

/** Concurrent requests while timers are on time. */
const MOST = 256;

/** Milliseconds between two checks of the timers, and between two changes of the limit. */
const LOOK_MS = 20;
const CHANGE_MS = 100;

/**
 * A turn of the event loop that has lasted this share of the lateness begins no more requests of callers that can wait. Requests that arrive together would
 * otherwise all begin before any timer is late, and refusals would wait behind them.
 */
const LONG_TURN = 0.4;

/** The share of the limit that callers of a scope may fill: when it is short, callers whose work stops without the registry go first. */
const shares: Readonly<Record<CallerScope, number>> = {
  admin: 1,
  staff: 1,
  ministry: 1,
  wsib: 1,
  sose: 1,
  association: 0.9,
  organization: 0.9,
  buyer: 0.9,
  public: 0.6,
};

/** The share of a key that would have to be looked up first. */
const UNKNOWN_SHARE = 0.75;

/** How long a request may have to wait for a place, and how many may. */
const WAIT_MS = 500;
const MOST_WAITING = 16;

const shareOf = (caller: Asking): number => (caller ? shares[caller.scope] : UNKNOWN_SHARE);

/** Who is asking; null for a key that would have to be looked up. */
export type Asking = Pick<Caller, 'scope'> | null;

/**
 * How many requests may be in flight at once. While timers are late, that many or fewer: everything that a process accepts beyond its capacity only
 * makes all answers late, health checks included. Refusing costs next to nothing, so refused callers learn it at once.
 */
export class Admission {
  private underWay = 0;
  private most = MOST;
  private lateness = 0;
  private peak = 0;
  private lookedAt = performance.now();
  private changedAt = performance.now();
  private left = 0;
  /** Answers in a millisecond, as of late. */
  private pace = 0;
  private readonly line = new WaitingLine<Asking>();
  private isStarting = false;
  /** How many came in this turn of the event loop to wait. */
  private came = 0;
  /** When the first request of this turn of the event loop arrived; null before. */
  private turnAt: number | null = null;
  private readonly timer: NodeJS.Timeout;
  private readonly mostLateMs: number;

  /** `mostLateMs`: by how much timers may be late before fewer are admitted. */
  constructor(mostLateMs: number = LATE_MS) {
    this.mostLateMs = mostLateMs;
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** Whether a request of this caller would be admitted now; `waiting`: how many would go before it. */
  admits(caller: Asking, waiting = 0): boolean {
    const share = shareOf(caller);
    const ahead = this.underWay + waiting;
    if (share < 1 && ahead >= LEAST && this.isLongTurn()) return false;
    return this.hasPlace(caller, ahead);
  }

  private hasPlace(caller: Asking, ahead = this.underWay): boolean {
    return ahead < Math.max(LEAST, Math.floor(this.most * shareOf(caller)));
  }

  /** Whether a request of this caller may come in: there is a place for it, or soon will be. */
  mayCome(caller: Asking): boolean {
    // Those who wait go first, now: refusing a crowd makes a turn long.
    if (this.line.size > 0) void this.start();
    if (this.admits(caller)) return true;
    // Of a crowd that comes in one turn, none waits yet.
    if (!this.mayWait(caller, this.came)) return false;
    this.noteComing();
    return true;
  }

  private noteComing(): void {
    if (this.came === 0)
      setImmediate(() => {
        this.came = 0;
      });
    this.came += 1;
  }

  /** Takes a place, unless there is none, or others wait for it. */
  takes(caller: Asking): boolean {
    if ((shareOf(caller) < 1 && this.line.size > 0) || !this.admits(caller)) return false;
    this.enter();
    return true;
  }

  /** Waits for a place and takes it; false: there is none soon. */
  async waits(caller: Asking): Promise<boolean> {
    return this.mayWait(caller) && this.line.join(caller, performance.now());
  }

  /** As many may wait as will have a place in time at the present pace; of callers who are refused first, fewer. */
  private mayWait(caller: Asking, others = 0): boolean {
    return this.line.size + others < Math.min(MOST_WAITING, this.pace * WAIT_MS) * shareOf(caller);
  }

  /** Gives free places to those who wait, until the turn of the event loop is long. */
  private async start(): Promise<void> {
    while (this.line.let((caller) => this.admits(caller))) {
      this.enter();
      // What begins works now, before it is looked at how long that took.
      await null;
    }
    if (this.line.some((caller) => this.hasPlace(caller))) this.startSoon();
  }

  private startSoon(): void {
    if (this.isStarting || this.line.size === 0) return;
    this.isStarting = true;
    setImmediate(() => {
      this.isStarting = false;
      void this.start();
    });
  }

  private isLongTurn(): boolean {
    const now = performance.now();
    if (this.turnAt !== null) return now - this.turnAt > this.mostLateMs * LONG_TURN;
    this.turnAt = now;
    setImmediate(() => {
      this.turnAt = null;
    });
    return false;
  }

  /** Counts a request that begins; call `leave` when it is answered. */
  enter(): void {
    this.underWay += 1;
    this.peak = Math.max(this.peak, this.underWay);
  }

  leave(): void {
    this.underWay -= 1;
    this.left += 1;
    this.startSoon();
  }

  /** How many requests may be in flight now. */
  get limit(): number {
    return this.most;
  }

  /** How many requests wait for a place. */
  get waiting(): number {
    return this.line.size;
  }

  /** How many requests are in flight. */
  get size(): number {
    return this.underWay;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = performance.now();
    const late = Math.max(0, now - this.lookedAt - LOOK_MS);
    this.lookedAt = now;
    this.note(late, now);
    this.line.dismiss(now - 2 * WAIT_MS);
    this.startSoon();
  }

  /** Notes how late a timer was. */
  note(lateMs: number, now: number): void {
    this.lateness = this.lateness * 0.7 + lateMs * 0.3;
    if (now - this.changedAt < CHANGE_MS) return;
    this.pace = this.pace * 0.7 + (this.left / (now - this.changedAt)) * 0.3;
    this.left = 0;
    this.changedAt = now;
    // Reduced from what was really in flight: a limit that is never reached makes nothing late.
    if (this.lateness > this.mostLateMs) this.most = Math.max(LEAST, Math.floor(Math.min(this.most, this.peak) * 0.7));
    else if (this.lateness < this.mostLateMs / 2) this.most = Math.min(MOST, this.most + Math.max(1, Math.floor(this.most * 0.1)));
    this.peak = this.underWay;
  }
}
