/** A random generator that repeats its draws for the same seed. */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `n`. */
  below(n: number): number {
    return Math.floor(this.fraction() * n);
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to draw from.');
    return item;
  }

  /** Some of them, at least `least`, in order. */
  some<Item>(items: readonly Item[], least: number, most: number): Item[] {
    const wanted = Math.min(items.length, least + this.below(most - least + 1));
    const left = items.map((item, at) => ({ item, at, order: this.fraction() })).toSorted((a, b) => a.order - b.order);
    return left
      .slice(0, wanted)
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  bytes(most: number): Buffer {
    return Buffer.from(Array.from({ length: this.below(most) }, () => this.below(256)));
  }
}
