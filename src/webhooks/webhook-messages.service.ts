import { criteriaOf } from '../changes/change-criteria.ts';
import { cursorOf } from '../changes/cursor.ts';
import { readChanges } from '../changes/feed.ts';
import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import { mustBeOwnList } from '../watch-lists/watch-list.loader.ts';
import { eventText, type PlacedEvent } from './event.ts';
import { eventsOf } from './events.loader.ts';
import { mustBeValid, placed, selectedText, selectionsOf } from './selection.ts';
import { permitOwner, positionGiven } from './webhook.service.ts';
import type { WebhookMessage, WebhookMessages } from './webhook-message.type.ts';
import type { WebhookMessagesArgs } from './webhook-messages.args.ts';

/** What a webhook with the filter would post after a place, with the rights that the caller has now. */
export async function webhookMessages(
  context: Context,
  { after, first, filter, selection }: WebhookMessagesArgs,
): Promise<WebhookMessages> {
  const owner = permitOwner(context);
  const from = await positionGiven(context, after, 'after');
  await context.primary((source) => mustBeOwnList(source, context.caller, filter?.watchList));
  if (selection) mustBeValid(context, selection, 'selection');
  const part = { after: from, first, criteria: criteriaOf(filter, context.caller) };
  return context.primaryOnward(async (source) => {
    const { changes, position } = await readChanges(source, context, part);
    const events = await eventsOf(source, owner, changes);
    const nodes: WebhookMessage[] = [];
    // One after the other, as they are sent: together they would take connections that other requests need.
    for (const placedEvent of events) nodes.push(await messageOf(context, placedEvent, filter ?? null, selection));
    return { nodes, position: cursorOf(position) };
  });
}

async function messageOf(
  context: Context,
  change: PlacedEvent,
  filter: object | null,
  selection: string | null | undefined,
): Promise<WebhookMessage> {
  const shown = { cursor: cursorOf(change.position), type: change.event.type };
  if (!selection) return { ...shown, body: eventText(change.event) };
  const answer = await selectionsOf(context).select(selection, placed(change, filter), context);
  if (answer.kind === 'DATA') return { ...shown, body: selectedText(change.event, answer) };
  throw answer.kind === 'WAIT' ? faults.RATE_LIMITED('cost points', answer.seconds) : faults.OVERLOADED();
}
