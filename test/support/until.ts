import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a condition holds; fails after `ms`. Default: half a minute, since a busy machine is slow. */
export async function until(isMet: () => Promise<boolean> | boolean, ms = 30_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await isMet())) {
    if (performance.now() > deadline) throw new Error(`This did not come true in time: ${isMet}`);
    await pause(10);
  }
}
