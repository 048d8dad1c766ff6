import { type DataSource, IsNull } from 'typeorm';
import { asCaller, validKeyOf } from '../access/owner.ts';
import type { Clock } from '../clock.ts';
import type { Selections } from '../contract/selections.ts';
import type { PauseReason } from '../database/tables/webhook-endpoint.table.ts';
import { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import { SLOW_MS } from './delivery-queue.ts';
import { keepDelivery, passOver, pause, postpone } from './delivery-record.ts';
import { eventText, messageIdOf, type PlacedEvent } from './event.ts';
import { nextChange } from './next-change.ts';
import { placed, selectedText } from './selection.ts';
import { type Network, type Outcome, send } from './send.ts';
import { signedHeaders } from './signature.ts';

/** What deliveries need. */
export interface Delivering {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly network: Network;
  /** Answers what owners select of each change. */
  readonly selections: Selections;
  /** How long to wait after each failed attempt, in milliseconds; after the last one the endpoint is paused. */
  readonly gaps: readonly number[];
  /** Called when an endpoint is paused by the registry rather than by its owner. */
  onPause(endpointId: string, reason: PauseReason): void;
}

/** A longer time lets a busy endpoint keep its worker from others; a shorter one creates jobs more often. */
const JOB_MS = 20_000;

/**
 * Delivers to an endpoint what it has not received yet, in the order of the feed, until nothing is left, an attempt fails, or the receiver
 * or the job takes too long; then another job continues. If it runs twice or is interrupted, it may send a message again with the same id,
 * but never skips one.
 */
export async function deliver(parts: Delivering, endpointId: string, signal: AbortSignal): Promise<void> {
  const until = performance.now() + JOB_MS;
  while (performance.now() < until && !signal.aborted && (await deliverNext(parts, endpointId, signal)));
}

async function deliverNext(parts: Delivering, id: string, signal: AbortSignal): Promise<boolean> {
  const { source, clock } = parts;
  const endpoint = await source.manager.findOneBy(WebhookEndpointRow, { id, deletedAt: IsNull(), pausedAt: IsNull() });
  if (!endpoint || isWaiting(endpoint, clock.wallNow())) return false;
  const key = await validKeyOf(source.manager, endpoint, clock.wallNow());
  if (key === null) return stop(parts, endpoint, 'NO_VALID_KEY');
  const { change, readUpTo } = await nextChange(source, endpoint, clock);
  if (!change) return passOver(source.manager, endpoint, readUpTo);
  const body = endpoint.selection === null ? eventText(change.event) : await selected(parts, endpoint, change, key);
  return body !== null && attempt(parts, endpoint, { position: change.position, body }, signal);
}

async function stop({ source, clock, onPause }: Delivering, { id }: WebhookEndpointRow, reason: PauseReason): Promise<false> {
  await pause(source.manager, id, reason, clock.wallNow());
  onPause(id, reason);
  return false;
}

/**
 * The body that an owner selected, read as its newest valid key would read it now: the log of readings names that key and this message. Null if
 * the message has to wait, for the budget or for a valid selection.
 */
async function selected(parts: Delivering, endpoint: WebhookEndpointRow, change: PlacedEvent, key: string): Promise<string | null> {
  const asking = { caller: asCaller(endpoint, key), requestId: messageIdOf(endpoint.id, change.position) };
  const answer = await parts.selections.select(endpoint.selection ?? '', placed(change, endpoint.filter), asking);
  if (answer.kind === 'DATA') return selectedText(change.event, answer);
  if (answer.kind === 'INVALID') await stop(parts, endpoint, 'SELECTION_INVALID');
  else await postpone(parts.source.manager, endpoint, new Date(parts.clock.wallNow().getTime() + answer.seconds * 1000));
  return null;
}

const isWaiting = ({ nextAttemptAt }: WebhookEndpointRow, now: Date): boolean => nextAttemptAt !== null && nextAttemptAt > now;

async function attempt(
  parts: Delivering,
  endpoint: WebhookEndpointRow,
  { position, body }: { readonly position: string; readonly body: string },
  signal: AbortSignal,
): Promise<boolean> {
  const sentAt = parts.clock.wallNow();
  const message = { id: messageIdOf(endpoint.id, position), sentAt, body };
  const outcome = await sendSigned(parts, endpoint, message, signal);
  const paused = await keepDelivery(parts, endpoint, { ...message, position, outcome });
  if (paused) parts.onPause(endpoint.id, paused);
  return outcome.failure === null && outcome.durationMs <= SLOW_MS;
}

interface Composed {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/** Sends a message with a signature for each valid secret; throws if the process ends before an answer came. */
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
