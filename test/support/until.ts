import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until it is so; fails after ten seconds, or after `ms`. */
export async function until(isMet: () => Promise<boolean> | boolean, ms = 10_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await isMet())) {
    if (performance.now() > deadline) throw new Error(`This did not come true in time: ${isMet}`);
    await pause(10);
  }
}
