import type { Metered, Rate } from '../../access/rate-budget.ts';
import type { RateOverride } from '../../config-forms.ts';
import type { Caller, CallerScope } from '../../contract/viewer.type.ts';

/** What one request may ask for. */
export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly nestedLists: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Computed by `operationCost`. */
  readonly cost: number;
  readonly deadlineMs: number;
}

const withoutKey: Limits = {
  bodyBytes: 64 * 1024,
  tokens: 1_000,
  depth: 8,
  nestedLists: 2,
  aliases: 15,
  rootFields: 10,
  directives: 5,
  cost: 500,
  deadlineMs: 5_000,
};

const withKey: Limits = {
  bodyBytes: 256 * 1024,
  tokens: 5_000,
  depth: 12,
  nestedLists: 3,
  aliases: 30,
  rootFields: 20,
  directives: 10,
  cost: 5_000,
  deadlineMs: 15_000,
};

/** The maximum number of tokens for any caller: the parser stops there. */
export const mostTokens = withKey.tokens;

/** The limits of a caller. */
export const limitsOf = ({ keyId }: Caller): Limits => (keyId === null ? withoutKey : withKey);

/** What each scope may ask for over time. */
export type RatesByScope = Readonly<Record<CallerScope, Metered<Rate>>>;

const atOnce = (points: number, pointsPerSecond: number, lookUps: number, lookUpsPerSecond: number): Metered<Rate> => ({
  points: { capacity: points, perSecond: pointsPerSecond },
  lookUps: { capacity: lookUps, perSecond: lookUpsPerSecond },
});

/**
 * The budgets: points at once and refilled per second, then look-ups at once and refilled per second. No budget is smaller than the cost of
 * one allowed operation. A caller without a key can look at some firms but not enumerate the numbers; a buyer can check several closing
 * days at once; WSIB can check every account each night.
 */
export const usualRates: RatesByScope = {
  public: atOnce(1_000, 20, 200, 1),
  buyer: atOnce(20_000, 200, 3_000, 5),
  sose: atOnce(20_000, 200, 2_000, 5),
  wsib: atOnce(100_000, 2_000, 50_000, 500),
  ministry: atOnce(10_000, 100, 1_000, 2),
  association: atOnce(10_000, 100, 1_000, 2),
  organization: atOnce(10_000, 100, 500, 1),
  staff: atOnce(50_000, 500, 20_000, 100),
  admin: atOnce(50_000, 500, 20_000, 100),
};

/** The default budgets with the configured overrides. */
export function ratesWith(overrides: readonly RateOverride[]): RatesByScope {
  const rates: Record<CallerScope, Metered<Rate>> = { ...usualRates };
  for (const { scope, meter, rate } of overrides) rates[scope] = { ...rates[scope], [meter]: rate };
  return rates;
}
