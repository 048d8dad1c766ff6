import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a condition holds; fails after `ms`. Default: ten seconds. */
export async function until(isMet: () => Promise<boolean> | boolean, ms = 10_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await isMet())) {
    if (performance.now() > deadline) throw new Error(`This did not come true in time: ${isMet}`);
    await pause(10);
  }
}
