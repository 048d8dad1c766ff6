import { isDay } from '../rules/calendar.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';

/** Where an element stands in a list ordered by a text and then by id. */
export interface Position {
  readonly text: string;
  readonly id: string;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The first of all days, and those that a fact can have: the positions of a list in the order of days. */
export const isPositionInTime = (text: string): boolean => text === BEGINNING || isDay(text);

/** The cursors of one list: base64url of its name, the version of their form, and a position. */
export class Cursors {
  private readonly prefix: string;
  private readonly pattern: RegExp;
  private readonly isText: (text: string) => boolean;

  /**
   * `list` is a name of letters that no other list or order has; `isText` tells what its positions can be, for a caller may make a cursor up;
   * `idForm` what its ids look like, as a regular expression.
   */
  constructor(list: string, isText: (text: string) => boolean = () => true, idForm: string = uuid) {
    this.prefix = `${list}.1.`;
    this.pattern = new RegExp(`^${list}\\.1\\.(${idForm})([^\\0]*)$`, 's');
    this.isText = isText;
  }

  write({ text, id }: Position): string {
    return Buffer.from(`${this.prefix}${id}${text}`).toString('base64url');
  }

  /** Null for what is no cursor of this list. */
  read(cursor: string): Position | null {
    const [, id, text] = this.pattern.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
    if (id === undefined || text === undefined || !this.isText(text)) return null;
    // Buffer reads malformed base64 and UTF-8 without complaint.
    return this.write({ text, id }) === cursor ? { text, id } : null;
  }
}
