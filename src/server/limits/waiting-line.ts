interface Waiting<Who> {
  readonly who: Who;
  readonly since: number;
  readonly settle: (isLet: boolean) => void;
}

/** Those who wait for a place, the first to come first. */
export class WaitingLine<Who> {
  private readonly line: Waiting<Who>[] = [];

  get size(): number {
    return this.line.length;
  }

  /** Waits at the end; true once let, false if dismissed. */
  join(who: Who, since: number): Promise<boolean> {
    return new Promise((resolve) => {
      this.line.push({ who, since, settle: resolve });
    });
  }

  /** Lets the first one who may; false if there is none. */
  let(may: (who: Who) => boolean): boolean {
    const at = this.line.findIndex(({ who }) => may(who));
    if (at < 0) return false;
    this.line.splice(at, 1)[0]?.settle(true);
    return true;
  }

  /** Whether there is one of whom something holds. */
  some(is: (who: Who) => boolean): boolean {
    return this.line.some(({ who }) => is(who));
  }

  /** Sends away those who came before an instant. */
  dismiss(before: number): void {
    while (this.line[0] && this.line[0].since < before) this.line.shift()?.settle(false);
  }
}
