import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until it is so; fails after ten seconds. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It did not come to be so in time: ${isSo}`);
    await pause(10);
  }
}
