/** A seeded random generator: the same seed gives the same sequence, so that the same demo can be made again. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    // Spread, because neighbouring seeds would begin with similar numbers.
    this.#state = Math.imul(seed, 0x9e3779b1);
  }

  /** A whole number from 0 to below the bound. */
  below(bound: number): number {
    return Math.floor(this.#next() * bound);
  }

  /** A whole number between two limits, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** One of the choices. */
  oneOf<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** True in that many of a hundred cases. */
  inPercent(percent: number): boolean {
    return this.#next() * 100 < percent;
  }

  /** Mulberry32, by Tommy Ettinger: small, and random enough for inventing firms. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
