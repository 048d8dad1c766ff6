import type { Caller } from '../../contract/viewer.type.ts';
import { faults } from '../../errors.ts';
import { limitsOf } from './limits.ts';

/** Stops waiting at the caller's deadline; the database's own limits end statements that still run. */
export function inTime<T>(work: Promise<T>, caller: Caller): Promise<T> {
  const { deadlineMs } = limitsOf(caller);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(faults.TIMED_OUT(deadlineMs / 1000)), deadlineMs);
    const settles =
      <Outcome>(settle: (outcome: Outcome) => void) =>
      (outcome: Outcome) => {
        clearTimeout(timer);
        settle(outcome);
      };
    work.then(settles(resolve), settles(reject));
  });
}
