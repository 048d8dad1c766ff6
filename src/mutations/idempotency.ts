import { createHash } from 'node:crypto';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';

/** A request that its caller may repeat. */
export interface RepeatableRequest {
  readonly operation: string;
  /** The caller's own key for the request; without one, every request counts as new. */
  readonly key: string | null;
  readonly input: object;
}

/**
 * Does the work once per key and returns its answer; a repeated request gets the same answer. Of two concurrent requests the second waits
 * for the first. Only committed work is stored: after a refusal or a fault the key is free. A different request with the same key is
 * IDEMPOTENCY_KEY_REUSED.
 */
export async function once<Answer>(unit: Unit, request: RepeatableRequest, work: () => Promise<Answer>): Promise<Answer> {
  const { operation, key, input } = request;
  if (key === null) return work();
  const fingerprint = createHash('sha256').update(canonical(input)).digest();
  const claimed: unknown[] = await unit.tx.query(
    `insert into idempotency_key (actor, operation, key, fingerprint) values ($1, $2, $3, $4) on conflict do nothing returning key`,
    [unit.actor, operation, key, fingerprint],
  );
  if (claimed.length === 0) return remembered(unit, operation, key, fingerprint);
  const answer = await work();
  await unit.tx.query('update idempotency_key set answer = $4 where actor = $1 and operation = $2 and key = $3', [
    unit.actor,
    operation,
    key,
    JSON.stringify(answer),
  ]);
  return answer;
}

async function remembered<Answer>({ tx, actor }: Unit, operation: string, key: string, fingerprint: Buffer): Promise<Answer> {
  // The answer is what `work` of the same operation gave for the same input, written as JSON and read again.
  const [row]: { fingerprint: Buffer; answer: Answer }[] = await tx.query(
    'select fingerprint, answer from idempotency_key where actor = $1 and operation = $2 and key = $3',
    [actor, operation, key],
  );
  if (!row) throw new Error('A stored answer was removed while it was being read.');
  if (!row.fingerprint.equals(fingerprint)) throw faults.IDEMPOTENCY_KEY_REUSED();
  return row.answer;
}

/** The input as JSON with its fields in order, so that the same request has the same text. */
const canonical = (input: object): string =>
  JSON.stringify(input, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
