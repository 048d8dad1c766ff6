import type { DataSource, EntityManager } from 'typeorm';
import { WebhookDeliveryRow } from '../database/tables/webhook-delivery.table.ts';
import { type PauseReason, WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import { waitBefore } from './retry.ts';
import type { Outcome } from './send.ts';

/** An attempt to send the next message of an endpoint, with its result. */
export interface Attempt {
  /** The header webhook-id. */
  readonly id: string;
  readonly position: string;
  readonly sentAt: Date;
  readonly body: string;
  readonly outcome: Outcome;
}

/** The endpoint as it was when the attempt was made. */
type Seen = Pick<WebhookEndpointRow, 'id' | 'position' | 'failedAttempts'>;

interface Keeping {
  readonly source: DataSource;
  readonly gaps: readonly number[];
}

/**
 * Records an attempt and advances the endpoint, in one transaction: past the message if it arrived, otherwise to the next attempt or to a
 * pause, which is returned. An endpoint that was altered in the meantime, for example replayed, stays where it was put.
 */
export function keepDelivery({ source, gaps }: Keeping, seen: Seen, attempt: Attempt): Promise<PauseReason | null> {
  const next = stateAfter(seen, attempt, gaps);
  return source.transaction(async (tx) => {
    await insertDelivery(tx, seen.id, { ...attempt, number: seen.failedAttempts + 1 });
    const { id, position, failedAttempts } = seen;
    const update = tx.createQueryBuilder().update(WebhookEndpointRow).set(next);
    const { affected } = await update
      .where({ id, position, failedAttempts })
      .andWhere('(paused_at is null or :arrived)', { arrived: attempt.outcome.failure === null })
      .execute();
    return affected === 1 ? (next.pauseReason ?? null) : null;
  });
}

type Next = Partial<
  Pick<WebhookEndpointRow, 'position' | 'failedAttempts' | 'failingSince' | 'nextAttemptAt' | 'pausedAt' | 'pauseReason'>
>;

function stateAfter({ failedAttempts }: Seen, { outcome, sentAt, position }: Attempt, gaps: readonly number[]): Next {
  if (outcome.failure === null) return { position, failedAttempts: 0, failingSince: null, nextAttemptAt: null };
  const failed = { failedAttempts: failedAttempts + 1, ...(failedAttempts === 0 ? { failingSince: sentAt } : {}) };
  const gap = gaps[failedAttempts];
  if (outcome.status === 410) return { ...failed, nextAttemptAt: null, pausedAt: sentAt, pauseReason: 'RECEIVER_GONE' };
  if (gap === undefined) return { ...failed, nextAttemptAt: null, pausedAt: sentAt, pauseReason: 'RECEIVER_FAILED' };
  return { ...failed, nextAttemptAt: new Date(sentAt.getTime() + outcome.durationMs + waitBefore(gap, outcome.retryAfterMs)) };
}

/** An attempt of which the number is known; a test event has no position. */
export interface NumberedAttempt extends Omit<Attempt, 'position'> {
  readonly position: string | null;
  readonly number: number;
}

/** Adds an attempt to the log of deliveries. */
export async function insertDelivery(tx: EntityManager, endpointId: string, attempt: NumberedAttempt): Promise<void> {
  const { id: messageId, position, number, sentAt, body, outcome } = attempt;
  await tx.insert(WebhookDeliveryRow, {
    ...{ endpointId, messageId, position, attempt: number, sentAt, requestBody: body },
    durationMs: outcome.durationMs,
    responseStatus: outcome.status,
    responseBody: outcome.body,
    failure: outcome.failure,
  });
}

/** Moves an endpoint past changes that do not concern it; false if there were none, or if the endpoint was altered in the meantime. */
export async function passOver(tx: EntityManager, { id, position }: Seen, readUpTo: string): Promise<boolean> {
  if (readUpTo === position) return false;
  const { affected } = await tx.update(WebhookEndpointRow, { id, position }, { position: readUpTo });
  return affected === 1;
}

/** Lets the next message of an endpoint wait, without counting an attempt. */
export async function postpone(tx: EntityManager, { id, position, failedAttempts }: Seen, until: Date): Promise<void> {
  await tx.update(WebhookEndpointRow, { id, position, failedAttempts }, { nextAttemptAt: until });
}

/** Pauses an endpoint that is not paused yet. */
export async function pause(tx: EntityManager, id: string, pauseReason: PauseReason, now: Date): Promise<void> {
  const update = tx.createQueryBuilder().update(WebhookEndpointRow).set({ pausedAt: now, pauseReason });
  await update.where({ id }).andWhere('paused_at is null').execute();
}
