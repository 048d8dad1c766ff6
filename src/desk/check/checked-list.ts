import { LRUCache } from 'lru-cache';
import type { Day } from '../../rules/calendar.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { ListRow } from '../list-lines.ts';
import type { RequirementAnswer, RowAnswer } from '../operations.ts';
import { type Tone, toneOf } from '../standing-words.ts';
import type { WordId } from '../words.ts';
import type { Asked, Question } from './question.ts';

/** A row with what the API answered. */
export interface CheckedRow {
  readonly row: ListRow;
  readonly answer: RowAnswer;
  /** Null if no requirement was asked about. */
  readonly requirement: RequirementAnswer | null;
}

/** A list with its answers. */
export interface CheckedList {
  readonly asked: Asked;
  /** The day of the answers. */
  readonly on: Day;
  readonly rows: readonly CheckedRow[];
  /** The instant as of which the first rows were answered. */
  readonly knownAt: string;
  readonly read: Question['read'];
}

/** Whether a row was found and is certified on the day; for a joint venture, whether all of its partners are. */
export type Group = 'certified' | 'others' | 'open';

/** Whether a row has a number under which nothing is on record that the reader may see: an answer, and nothing to correct. */
export const isUnlisted = ({ status, number, problem, partners }: RowAnswer): boolean =>
  status === 'NO_MATCH' && number !== null && problem === null && partners.length === 0;

/** What was typed and not used. A name beside the number of one firm was compared with it, and whether it agrees is said elsewhere. */
export const notUsed = ({ nameAgrees, notLookedFor, partners }: RowAnswer): readonly string[] =>
  nameAgrees !== null && partners.length === 0 ? [] : notLookedFor;

/** The group that a row is shown in. */
export function groupOf({ answer }: CheckedRow): Group {
  if (isUnlisted(answer)) return 'others';
  const firms = answer.partners.length > 0 ? answer.partners : [answer];
  if (firms.some(({ status }) => status !== 'MATCHED')) return 'open';
  return firms.every(({ verification }) => verification?.consideredCertified) ? 'certified' : 'others';
}

/** Whether a row is as it should be: it meets the requirement, or where none was asked about it is certified or pending. */
export const isMet = (row: CheckedRow): boolean => (row.requirement ? row.requirement.outcome === 'MET' : groupOf(row) === 'certified');

/** From the best to the worst. */
const tones: readonly Tone[] = ['good', 'warn', 'info', 'bad', 'open'];

/** The standing whose sign and colour a row has: for a joint venture, that of the partner who stands worst. */
export function shownStanding({ answer }: CheckedRow): string {
  if (isUnlisted(answer)) return 'NO_CURRENT_CERTIFICATION';
  const firms = answer.partners.length > 0 ? answer.partners : [answer];
  const standings = firms.map(({ verification }) => verification?.standing ?? 'TO_MEND');
  return standings.toSorted((a, b) => tones.indexOf(toneOf(b)) - tones.indexOf(toneOf(a)))[0] ?? 'TO_MEND';
}

/** What a joint venture comes to, in words. */
export const jointVentureWords: Readonly<Record<Group, WordId>> = {
  certified: 'jointVentureCertified',
  others: 'jointVentureOthers',
  open: 'jointVentureOpen',
};

/** Who asked, and in which language: a stored answer is given to nobody else. */
export interface Reader {
  readonly reader: string;
  readonly locale: Locale;
}

const LISTS = 500;
const ROWS = 50_000;
const MINUTES = 30;

/**
 * The answers of recent lists, so that correcting one row asks for that row only, and a download contains what was seen. They are kept for half an
 * hour under a name that nobody can guess, for the key that asked.
 */
export class KeptLists {
  private readonly lists = new LRUCache<string, { readonly list: CheckedList; readonly of: string }>({
    max: LISTS,
    maxSize: ROWS,
    sizeCalculation: ({ list }) => Math.max(1, list.rows.length),
    ttl: MINUTES * 60_000,
  });

  keep(name: string, list: CheckedList, reader: Reader): void {
    this.lists.set(name, { list, of: ownerOf(reader) });
  }

  find(name: string, reader: Reader): CheckedList | null {
    const kept = this.lists.get(name);
    return kept && kept.of === ownerOf(reader) ? kept.list : null;
  }
}

const ownerOf = ({ reader, locale }: Reader): string => `${locale} ${reader}`;
