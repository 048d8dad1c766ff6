import { cursorOf } from '../changes/cursor.ts';
import type { Context } from '../contract/context.ts';
import type { PlacedChange, Selected, Selections } from '../contract/selections.ts';
import { faults } from '../errors.ts';
import { type Event, eventText, type PlacedEvent } from './event.ts';

/** Throws BAD_USER_INPUT unless a selection is valid for the caller. The answer warns of what is deprecated in it. */
export function mustBeValid(context: Context, selection: string, field: string): void {
  const selections = selectionsOf(context);
  const message = selections.problem(selection, context.caller);
  if (message) throw faults.BAD_FIELDS([{ field, message }]);
  context.noteDeprecated(selections.deprecated(selection));
}

/** The answers to selections within a request. */
export function selectionsOf({ selections }: Context): Selections {
  if (!selections) throw new Error('Selections are answered by a server.');
  return selections;
}

/** A change as the feed has it under a filter. */
export const placed = ({ position }: Pick<PlacedEvent, 'position'>, filter: object | null): PlacedChange => ({
  after: cursorOf(String(BigInt(position) - 1n)),
  cursor: cursorOf(position),
  filter,
});

/** The body of a message whose `data` is what was selected; `errors` are there only if a field failed, `extensions` only to warn of what is deprecated. */
export const selectedText = ({ type, timestamp }: Event, { data, errors, deprecated }: Extract<Selected, { kind: 'DATA' }>): string =>
  eventText({
    type,
    timestamp,
    data: Object(data),
    ...(errors.length > 0 && { errors }),
    ...(deprecated.length > 0 && { extensions: { deprecated } }),
  });
