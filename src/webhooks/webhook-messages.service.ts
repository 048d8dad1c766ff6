import { criteriaOf } from '../changes/change-criteria.ts';
import { cursorOf } from '../changes/cursor.ts';
import { readChanges } from '../changes/feed.ts';
import type { Context } from '../contract/context.ts';
import { mustBeOwnList } from '../watch-lists/watch-list.loader.ts';
import { eventText } from './event.ts';
import { eventsOf } from './events.loader.ts';
import { permitOwner, positionGiven } from './webhook.service.ts';
import type { WebhookMessages } from './webhook-message.type.ts';
import type { WebhookMessagesArgs } from './webhook-messages.args.ts';

/** What a webhook with the filter would post after a place, with the rights that the caller has now. */
export async function webhookMessages(context: Context, { after, first, filter }: WebhookMessagesArgs): Promise<WebhookMessages> {
  const owner = permitOwner(context);
  const from = await positionGiven(context, after, 'after');
  await context.primary((source) => mustBeOwnList(source, context.caller, filter?.watchList));
  const part = { after: from, first, criteria: criteriaOf(filter, context.caller) };
  return context.primaryOnward(async (source) => {
    const { changes, position } = await readChanges(source, context, part);
    const events = await eventsOf(source, owner, changes);
    const nodes = events.map(({ position: at, event }) => ({ cursor: cursorOf(at), type: event.type, body: eventText(event) }));
    return { nodes, position: cursorOf(position) };
  });
}
