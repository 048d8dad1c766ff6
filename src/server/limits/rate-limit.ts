import type { Charge, Metered, Rate, RateBudget } from '../../access/rate-budget.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import { faults } from '../../errors.ts';
import type { RatesByScope } from './limits.ts';

/** The budgets in force: who is metered where, and with what. */
export interface RateLimits {
  readonly budget: RateBudget;
  readonly rates: RatesByScope;
}

/** The budget of one request: the key's, wherever the key is used from; without a key, the address's. */
export class RateLimit {
  /** The last charge to the budget, with what was left after it. */
  charge: Charge | null = null;
  private readonly budget: RateBudget;
  private readonly who: string;
  private readonly rates: Metered<Rate>;
  private readonly isStranger: boolean;

  constructor({ budget, rates }: RateLimits, { keyId, scope }: Pick<Caller, 'keyId' | 'scope'>, address: string) {
    this.budget = budget;
    this.who = keyId === null ? `address ${address}` : `key ${keyId}`;
    this.rates = rates[scope];
    this.isStranger = keyId === null;
  }

  /** Takes the one point that every request costs, whatever its outcome. Throws RATE_LIMITED if there is none. */
  enter(): void {
    this.take({ points: 1, lookUps: 0 });
  }

  /**
   * Takes what an operation costs beyond that point. Throws RATE_LIMITED if too little is left, and TOO_COMPLEX if the budget could never
   * cover it.
   */
  takeOperation(asked: Metered<number>): void {
    this.mustHold(asked);
    this.take(beyondEntry(asked));
    this.shows(asked);
  }

  /** Shows what an operation would cost, and takes nothing. Throws TOO_COMPLEX if the budget could never cover it. */
  quote(asked: Metered<number>): void {
    this.mustHold(asked);
    this.shows(asked);
  }

  /** Gives back what an operation cost beyond the point of its request, since none of it was carried out. */
  giveBack(asked: Metered<number>): void {
    this.charge = this.budget.giveBack(this.who, this.rates, beyondEntry(asked));
    this.shows({ points: 1, lookUps: 0 });
  }

  private mustHold(asked: Metered<number>): void {
    for (const meter of ['points', 'lookUps'] as const)
      if (asked[meter] > this.rates[meter].capacity) throw faults.TOO_COMPLEX(words[meter], asked[meter], this.rates[meter].capacity);
  }

  private shows(asked: Metered<number>): void {
    if (this.charge) this.charge = { ...this.charge, asked: { ...asked, points: Math.max(1, asked.points) } };
  }

  /** Takes what an event of a subscription costs; returns 0 if it was taken, otherwise the seconds until there is enough. */
  takeEvent(points: number): number {
    this.charge = this.budget.charge(this.who, this.rates, { points: Math.max(1, points), lookUps: 0 });
    return this.charge.retryAfter;
  }

  /** Charges an unknown key to the address, so that nobody can try many. */
  takeWrongKey(): void {
    this.take({ points: 1, lookUps: 1 });
  }

  /** Notes look-ups that found nothing visible: many of them slow a caller without a key down. */
  noteMisses(count: number): void {
    if (this.isStranger && count > 0) this.budget.noteMisses(this.who, count);
  }

  private take(asked: Metered<number>): void {
    this.charge = this.budget.charge(this.who, this.rates, asked);
    const { short, retryAfter } = this.charge;
    if (short) throw faults.RATE_LIMITED(words[short], retryAfter);
  }
}

const words = { points: 'cost points', lookUps: 'things looked up by number, name or id' } as const;

const beyondEntry = ({ points, lookUps }: Metered<number>): Metered<number> => ({ points: Math.max(0, points - 1), lookUps });

/** What an answer says about the budget in its `extensions.cost`. */
export interface ShownCost {
  readonly asked: number;
  readonly left: number;
  readonly restoredPerSecond: number;
  readonly lookUps: { readonly asked: number; readonly left: number; readonly restoredPerSecond: number };
}

/** A charge as the `extensions.cost` of an answer. */
export function shownCost({ asked, left, rates }: Charge): ShownCost {
  return {
    asked: asked.points,
    left: left.points,
    restoredPerSecond: rates.points.perSecond,
    lookUps: { asked: asked.lookUps, left: left.lookUps, restoredPerSecond: rates.lookUps.perSecond },
  };
}

/**
 * A charge as headers of draft-ietf-httpapi-ratelimit-headers-10: for each policy the quota `q`, the seconds `w` in which an empty bucket
 * fills, what remains (`r`) and the seconds until the bucket is full again (`t`).
 */
export function rateHeaders({ left, rates, retryAfter }: Charge): Record<string, string> {
  const { points, lookUps } = rates;
  const ratelimit = `"points";r=${left.points};t=${secondsFor(points, points.capacity - left.points)}, "lookups";r=${left.lookUps};t=${secondsFor(lookUps, lookUps.capacity - left.lookUps)}`;
  const headers = { 'ratelimit-policy': policyOf(rates), ratelimit };
  return retryAfter > 0 ? { ...headers, 'retry-after': String(retryAfter) } : headers;
}

// The same for every request of a scope, so written once.
const policies = new WeakMap<Metered<Rate>, string>();

function policyOf(rates: Metered<Rate>): string {
  const known = policies.get(rates);
  if (known !== undefined) return known;
  const of = (name: string, rate: Rate) => `"${name}";q=${rate.capacity};w=${secondsFor(rate, rate.capacity)}`;
  const policy = `${of('points', rates.points)}, ${of('lookups', rates.lookUps)}`;
  policies.set(rates, policy);
  return policy;
}

const secondsFor = ({ perSecond }: Rate, amount: number): number => Math.ceil(amount / perSecond);
