import { type Owner, ownerOf } from '../access/owner.ts';
import { BEFORE_ALL, positionOf } from '../changes/cursor.ts';
import { latestPosition } from '../changes/feed.ts';
import type { Context } from '../contract/context.ts';
import { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { perform } from '../mutations/mutate.ts';
import { heldOwner } from '../mutations/organization-named.ts';
import { Refusal } from '../rules/decision.ts';
import { mustBeOwnList } from '../watch-lists/watch-list.loader.ts';
import { queueDeliveries } from './delivery-queue.ts';
import { mustBeValid } from './selection.ts';
import { newSecret, secretText } from './signature.ts';
import { targetProblem } from './target.ts';
import type { CreateWebhookInput } from './webhook.input.ts';
import { endpointsOf, webhookSource } from './webhook.loader.ts';
import type { WebhookSource } from './webhook.type.ts';

/** The maximum number of webhooks of one owner. */
const MOST_OF_AN_OWNER = 20;

/** A webhook with its secret, if this request created that secret. */
export interface IssuedWebhookSource {
  readonly webhook: WebhookSource;
  readonly secret: string | null;
}

/** The caller as an owner; none without a key. */
export function permitOwner({ caller }: Context): Owner {
  const owner = ownerOf(caller);
  if (!owner) throw faults.FORBIDDEN('webhooks');
  return owner;
}

/** The caller's webhooks, the oldest first. */
export async function listWebhooks(context: Context): Promise<WebhookSource[]> {
  const owner = permitOwner(context);
  const rows = await context.read(({ manager }) => endpointsOf(manager, owner));
  return rows.map((row) => webhookSource(row, context.wallNow));
}

/** Makes a webhook for the caller and shows its secret, only this once. */
export async function createWebhook(context: Context, input: CreateWebhookInput): Promise<IssuedWebhookSource | Refusal> {
  const caller = permitOwner(context);
  const problem = targetProblem(input.url, context.privateTargets);
  if (problem) throw faults.BAD_USER_INPUT('input.url', `input.url must ${problem}.`);
  if (input.selection) mustBeValid(context, input.selection, 'input.selection');
  const position = await (input.after ? positionGiven(context, input.after) : context.read(latestPosition));
  const secret = newSecret();
  await context.primary((source) => mustBeOwnList(source, context.caller, input.filter?.watchList));
  let isNew = false;
  const webhook = await perform(context, 'createWebhook', input, async (unit) => {
    isNew = true;
    const owner = await heldOwner(unit, caller);
    await refuseTooMany(unit, owner);
    const filter = input.filter ? { ...input.filter } : null;
    const asked = { url: new URL(input.url).href, filter, selection: input.selection || null };
    const endpoint = { ...owner, ...asked, secret, position, createdBy: unit.actor };
    const [{ id } = { id: '' }] = (await unit.tx.insert(WebhookEndpointRow, endpoint)).identifiers;
    await queueDeliveries(unit.tx, String(id));
    const row = await unit.tx.findOneByOrFail(WebhookEndpointRow, { id: String(id) });
    return { thing: webhookSource(row, context.wallNow), subject: row.id };
  });
  return webhook instanceof Refusal ? webhook : { webhook, secret: isNew ? secretText(secret) : null };
}

// Of two concurrent requests, the second counts what the first made.
async function refuseTooMany({ tx }: Unit, owner: Owner): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('webhooks of ' || lower($1), 0))`, [owner.holder]);
  const own = await endpointsOf(tx, owner);
  if (own.length >= MOST_OF_AN_OWNER) {
    throw faults.BAD_USER_INPUT('input', `You already have ${MOST_OF_AN_OWNER} webhooks, which is the maximum. Delete one first.`);
  }
}

/** The position of a cursor given as `after`, which the feed must have reached; none means the beginning. */
export async function positionGiven(context: Context, after: string | null | undefined, field = 'input.after'): Promise<string> {
  const position = after ? positionOf(after) : BEFORE_ALL;
  const latest = await context.read(latestPosition);
  if (position !== null && BigInt(position) <= BigInt(latest)) return position;
  throw faults.BAD_USER_INPUT(field, `${field} must be a cursor returned by changes.`);
}
