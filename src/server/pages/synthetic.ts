import type { DataSource } from 'typeorm';
import { unlessSilent } from '../../database/silence.ts';

/** Milliseconds for which it is remembered: a registry becomes real or synthetic once. */
const KIND_MS = 60_000;

/** And after which it is asked again of a database that did not answer, so that not every page waits for it. */
const AGAIN_MS = 5_000;

/** Whether the registry holds invented firms, as its own record says; while the database is away, as it said last. */
export function syntheticOf(source: DataSource): () => Promise<boolean> {
  let [known, until]: [boolean | null, number] = [null, 0];
  return async () => {
    if (known !== null && performance.now() < until) return known;
    try {
      const rows: { kind: string }[] = await unlessSilent(source.query('select kind from registry'));
      [known, until] = [rows[0]?.kind === 'DEMO', performance.now() + KIND_MS];
      return known;
    } catch (error) {
      // Firms that are invented must not pass for real ones: what is not known is not guessed.
      if (known === null) throw error;
      until = performance.now() + AGAIN_MS;
      return known;
    }
  };
}
