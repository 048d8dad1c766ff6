import type { Clock } from '../../src/clock.ts';

/** A clock that a test sets by hand. */
export class HandClock implements Clock {
  private at = Date.parse('2026-11-20T15:00:00Z');

  wallNow(): Date {
    return new Date(this.at);
  }

  registryNow(): Date {
    return this.wallNow();
  }

  today(): string {
    return '2026-11-20';
  }

  passes(seconds: number): void {
    this.at += seconds * 1000;
  }
}
