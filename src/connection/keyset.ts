import { isDay } from '../rules/calendar.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';

/** The place of an element in a list ordered by a text and then by id. */
export interface Position {
  readonly text: string;
  readonly id: string;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The first possible day, and the days that a fact can have: the positions of a list in the order of days. */
export const isPositionInTime = (text: string): boolean => text === BEGINNING || isDay(text);

/** The cursors of one list: base64url of its name, the version of their form, and a position. */
export class Cursors {
  private readonly prefix: string;
  private readonly pattern: RegExp;
  private readonly isText: (text: string) => boolean;

  /**
   * `list` is a name of letters that no other list or order has; `isText` checks a position, since a caller may invent a cursor; `idForm`
   * is a regular expression for its ids.
   */
  constructor(list: string, isText: (text: string) => boolean = () => true, idForm: string = uuid) {
    this.prefix = `${list}.1.`;
    this.pattern = new RegExp(`^${list}\\.1\\.(${idForm})([^\\0]*)$`, 's');
    this.isText = isText;
  }

  write({ text, id }: Position): string {
    return Buffer.from(`${this.prefix}${id}${text}`).toString('base64url');
  }

  /** Null if the text is not a cursor of this list. */
  read(cursor: string): Position | null {
    const [, id, text] = this.pattern.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
    if (id === undefined || text === undefined || !this.isText(text)) return null;
    // Buffer accepts malformed base64 and UTF-8 without an error.
    return this.write({ text, id }) === cursor ? { text, id } : null;
  }
}
