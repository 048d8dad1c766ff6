/** How much longer one kind of request takes than another, in percent of the median of the other. */
export interface Comparison {
  readonly n: number;
  readonly medianMs: number;
  /** The median of the differences within pairs. */
  readonly difference: number;
  /** The 95 % interval of that median. */
  readonly lower: number;
  readonly upper: number;
}

/** Milliseconds of a request; `turn` selects the numbers it asks about. */
type Timed = (turn: number) => Promise<number>;

/** What was measured so far, ms: of each pair the difference, and what the other kind took. */
export interface Measured {
  readonly differences: number[];
  readonly others: number[];
}

/** Sends `n` of both in pairs, in alternating order, so that a slow phase of the machine affects both, and adds what they took. */
export async function measure(n: number, one: Timed, other: Timed, { differences, others }: Measured): Promise<void> {
  for (let turn = 0; turn < n / 5; turn++) await Promise.all([one(turn), other(turn)]);
  for (let turn = 0; turn < n; turn++) {
    const isFirst = turn % 2 === 0;
    const first = await (isFirst ? one : other)(turn);
    const second = await (isFirst ? other : one)(turn);
    differences.push(isFirst ? first - second : second - first);
    others.push(isFirst ? second : first);
  }
}

export function comparisonOf({ differences, others }: Measured): Comparison {
  const n = others.length;
  const median = rank(others, 0.5);
  const inPercent = (ms: number) => (100 * ms) / median;
  // The interval of a median lies between two ranks, whatever the distribution.
  const halfWidth = 0.98 / Math.sqrt(n);
  return {
    n,
    medianMs: median,
    difference: inPercent(rank(differences, 0.5)),
    lower: inPercent(rank(differences, 0.5 - halfWidth)),
    upper: inPercent(rank(differences, 0.5 + halfWidth)),
  };
}

/** The value at a share of the way from the smallest to the largest. */
function rank(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? Number.NaN;
}
