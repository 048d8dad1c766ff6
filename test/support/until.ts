import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until it is so; fails after ten seconds. */
export async function until(isMet: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await isMet())) {
    if (performance.now() > deadline) throw new Error(`This did not come true in time: ${isMet}`);
    await pause(10);
  }
}
