import { randomUUID } from 'node:crypto';
import type { Owner } from '../access/owner.ts';
import type { Context } from '../contract/context.ts';
import { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { perform } from '../mutations/mutate.ts';
import type { MutationInput } from '../mutations/mutation.input.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import { hurryDelivery, queueTestEvent } from './delivery-queue.ts';
import { mustBeValid } from './selection.ts';
import { newSecret, secretText } from './signature.ts';
import type {
  ChangeWebhookSelectionInput,
  DeleteWebhookInput,
  PauseWebhookInput,
  ReplayWebhookInput,
  ResumeWebhookInput,
  RotateWebhookSecretInput,
  SendTestEventInput,
} from './webhook.input.ts';
import { lockedEndpoint, webhookSource } from './webhook.loader.ts';
import { type IssuedWebhookSource, permitOwner, positionGiven } from './webhook.service.ts';
import type { WebhookSource } from './webhook.type.ts';

/** Nothing delays the next attempt any more. */
const afresh = { failedAttempts: 0, failingSince: null, nextAttemptAt: null } as const;

/** Gives a webhook a new secret; messages are also signed with the old one until the instant given. Any older secret ends. */
export async function rotateWebhookSecret(context: Context, input: RotateWebhookSecretInput): Promise<IssuedWebhookSource | Refusal> {
  const until = new Date(input.oldSecretUntil);
  const overlaps = until > context.wallNow;
  const secret = newSecret();
  let isNew = false;
  const webhook = await alter(context, 'rotateWebhookSecret', input, (row) => {
    isNew = true;
    return { secret, previousSecret: overlaps ? row.secret : null, previousValidUntil: overlaps ? until : null };
  });
  return webhook instanceof Refusal ? webhook : { webhook, secret: isNew ? secretText(secret) : null };
}

/** Gives a webhook another selection; what waits for its next attempt is sent with it too. */
export async function changeWebhookSelection(context: Context, input: ChangeWebhookSelectionInput): Promise<WebhookSource | Refusal> {
  permitOwner(context);
  const { selection } = input;
  if (selection) mustBeValid(context, selection, 'input.selection');
  return alter(context, 'changeWebhookSelection', input, () => ({ selection: selection || null }));
}

/** Stops sending until the webhook is resumed. A webhook that is already paused stays as it is. */
export const pauseWebhook = (context: Context, input: PauseWebhookInput): Promise<WebhookSource | Refusal> =>
  alter(context, 'pauseWebhook', input, ({ pausedAt }) => (pausedAt ? {} : { pausedAt: context.wallNow, pauseReason: 'BY_OWNER' }));

/** Sends again, from where it stopped, and at once. */
export const resumeWebhook = (context: Context, input: ResumeWebhookInput): Promise<WebhookSource | Refusal> =>
  alter(context, 'resumeWebhook', input, () => ({ pausedAt: null, pauseReason: null, ...afresh }), hurry);

/** Deletes a webhook and its secrets. Its deliveries stay in the log for 90 days. */
export const deleteWebhook = (context: Context, input: DeleteWebhookInput): Promise<WebhookSource | Refusal> =>
  alter(context, 'deleteWebhook', input, () => ({
    deletedAt: context.wallNow,
    secret: null,
    previousSecret: null,
    previousValidUntil: null,
  }));

/** Sends again everything after a cursor, each message with its original id. */
export async function replayWebhook(context: Context, input: ReplayWebhookInput): Promise<WebhookSource | Refusal> {
  const position = await positionGiven(context, input.after);
  return alter(context, 'replayWebhook', input, () => ({ position, ...afresh }), hurry);
}

/** Sends one event of type `test`, even to a paused webhook. */
export async function sendTestEvent(context: Context, input: SendTestEventInput): Promise<SentTestEventSource | Refusal> {
  const owner = permitOwner(context);
  return perform(context, 'sendTestEvent', input, async (unit) => {
    const row = await found(unit, owner, input.webhook);
    const messageId = `test_${randomUUID().replaceAll('-', '')}`;
    await queueTestEvent(unit.tx, row.id, messageId);
    return { thing: { webhook: webhookSource(row, context.wallNow), messageId }, subject: row.id };
  });
}

/** A test event that was queued. */
export interface SentTestEventSource {
  readonly webhook: WebhookSource;
  readonly messageId: string;
}

type Changes = Partial<
  Pick<
    WebhookEndpointRow,
    | ('selection' | 'secret' | 'previousSecret' | 'previousValidUntil' | 'position' | 'deletedAt')
    | ('pausedAt' | 'pauseReason' | 'failedAttempts' | 'failingSince' | 'nextAttemptAt')
  >
>;

interface WebhookInput extends MutationInput {
  readonly webhook: string;
  readonly expectedVersion: number;
}

const hurry = (unit: Unit, row: WebhookEndpointRow): Promise<void> => hurryDelivery(unit.tx, row.id);

/** Alters the caller's own webhook at the version that the caller read, and then runs `then`. */
async function alter(
  context: Context,
  operation: string,
  input: WebhookInput,
  changesTo: (row: WebhookEndpointRow) => Changes,
  follow: (unit: Unit, row: WebhookEndpointRow) => Promise<void> = async () => {},
): Promise<WebhookSource | Refusal> {
  const owner = permitOwner(context);
  return perform(context, operation, input, async (unit) => {
    const row = await found(unit, owner, input.webhook);
    if (row.version !== input.expectedVersion) throw faults.CONFLICT(row.version);
    const changes = { ...changesTo(row), version: row.version + 1 };
    await unit.tx.update(WebhookEndpointRow, { id: row.id }, changes);
    await follow(unit, row);
    return { thing: webhookSource({ ...row, ...changes }, context.wallNow), subject: row.id };
  });
}

async function found({ tx }: Unit, owner: Owner, webhook: string): Promise<WebhookEndpointRow> {
  const row = await lockedEndpoint(tx, recordId('webhook', webhook, 'Webhook'), owner);
  if (!row) throw faults.NOT_FOUND('webhook');
  return row;
}
