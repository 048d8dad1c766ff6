import { Cursors } from '../connection/keyset.ts';

const cursors = new Cursors('changes', (text) => text === '', '0|[1-9]\\d{0,17}');

/** The position before every change. */
export const BEFORE_ALL = '0';

/** The cursor of a position in the feed. */
export const cursorOf = (position: string): string => cursors.write({ text: '', id: position });

/** The position of a cursor; null if the text is not a cursor. */
export const positionOf = (cursor: string): string | null => cursors.read(cursor)?.id ?? null;
