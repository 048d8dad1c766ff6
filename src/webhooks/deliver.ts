import { type DataSource, IsNull } from 'typeorm';
import { hasValidKey } from '../access/owner.ts';
import type { Clock } from '../clock.ts';
import type { PauseReason } from '../database/tables/webhook-endpoint.table.ts';
import { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import { SLOW_MS } from './delivery-queue.ts';
import { keepDelivery, passOver, pause } from './delivery-record.ts';
import { eventText, messageIdOf, type PlacedEvent } from './event.ts';
import { nextChange } from './next-change.ts';
import { type Network, type Outcome, send } from './send.ts';
import { signedHeaders } from './signature.ts';

/** What deliveries need. */
export interface Delivering {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly network: Network;
  /** How long to wait after each failed attempt, in milliseconds; when all have passed, the endpoint is paused. */
  readonly gaps: readonly number[];
  /** Told of an endpoint that was paused for another reason than that its owner wanted it. */
  onPause(endpointId: string, reason: PauseReason): void;
}

/** Longer and a busy endpoint keeps its worker from others; shorter and jobs are made more often. */
const JOB_MS = 20_000;

/**
 * Delivers to an endpoint what it has not got yet, in the order of the feed, until there is no more, an attempt fails, or its receiver or itself
 * took its time; then another job goes on. Done twice or broken off, it sends a message again under the same id, and skips none.
 */
export async function deliver(parts: Delivering, endpointId: string, signal: AbortSignal): Promise<void> {
  const until = performance.now() + JOB_MS;
  while (performance.now() < until && !signal.aborted && (await deliverNext(parts, endpointId, signal)));
}

async function deliverNext(parts: Delivering, id: string, signal: AbortSignal): Promise<boolean> {
  const { source, clock } = parts;
  const endpoint = await source.manager.findOneBy(WebhookEndpointRow, { id, deletedAt: IsNull(), pausedAt: IsNull() });
  if (!endpoint || isWaiting(endpoint, clock.wallNow())) return false;
  if (!(await hasValidKey(source.manager, endpoint, clock.wallNow()))) {
    await pause(source.manager, endpoint.id, 'NO_VALID_KEY', clock.wallNow());
    parts.onPause(endpoint.id, 'NO_VALID_KEY');
    return false;
  }
  const { change, readUpTo } = await nextChange(source, endpoint, clock);
  if (change) return attempt(parts, endpoint, change, signal);
  return passOver(source.manager, endpoint, readUpTo);
}

const isWaiting = ({ nextAttemptAt }: WebhookEndpointRow, now: Date): boolean => nextAttemptAt !== null && nextAttemptAt > now;

async function attempt(parts: Delivering, endpoint: WebhookEndpointRow, change: PlacedEvent, signal: AbortSignal): Promise<boolean> {
  const sentAt = parts.clock.wallNow();
  const message = { id: messageIdOf(endpoint.id, change.position), sentAt, body: eventText(change.event) };
  const outcome = await sendSigned(parts, endpoint, message, signal);
  const paused = await keepDelivery(parts, endpoint, { ...message, position: change.position, outcome });
  if (paused) parts.onPause(endpoint.id, paused);
  return outcome.failure === null && outcome.durationMs <= SLOW_MS;
}

interface Composed {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/** Sends a message with a signature for each secret that is good; throws when the process ends before an answer came. */
export async function sendSigned(
  { network }: Pick<Delivering, 'network'>,
  endpoint: WebhookEndpointRow,
  message: Composed,
  signal: AbortSignal,
): Promise<Outcome> {
  const outcome = await send(
    { url: endpoint.url, headers: signedHeaders(message, secretsOf(endpoint, message.sentAt)), body: message.body },
    network,
    signal,
  );
  if (outcome.status === null && signal.aborted) throw new Error('The process ended before the receiver answered.');
  return outcome;
}

function secretsOf({ secret, previousSecret, previousValidUntil }: WebhookEndpointRow, now: Date): Buffer[] {
  const overlaps = previousValidUntil !== null && previousValidUntil > now;
  return [secret, overlaps ? previousSecret : null].filter((each) => each !== null);
}
