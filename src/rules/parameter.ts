import type { Day } from './calendar.ts';
import type { ClauseId } from './guideline.ts';

/** What a number counts. */
export type ParameterUnit = 'days' | 'business days' | 'months' | 'years' | 'percent' | 'elements' | 'yes or no';

/** A number of the law, by the day from which it holds. There are no end days, so no gap and no overlap can be written. */
export interface Parameter<Value extends number | boolean> {
  readonly clause: ClauseId;
  readonly unit: ParameterUnit;
  /** Day on which it was last compared with its source. */
  readonly checkedOn: Day;
  /** What a reader must know about it besides its clause. */
  readonly note: string | null;
  /** Days in ascending order, each with its value; before the first day the first value holds. */
  readonly starts: readonly Start<Value>[];
  readonly first: Value;
}

export interface Start<Value> {
  readonly from: Day;
  readonly value: Value;
}

interface Source<Value> {
  readonly clause: ClauseId;
  readonly unit: ParameterUnit;
  readonly checkedOn: Day;
  readonly note?: string;
  readonly from: Readonly<Record<Day, Value>>;
}

/** A number with the days from which its values hold; at least one. */
export const parameter = (source: Source<number>): Parameter<number> => sorted(source);

/** A rule that starts to hold on a day: false before it, true from it. */
export const startingOn = (day: Day, source: Omit<Source<boolean>, 'unit' | 'from'>): Parameter<boolean> =>
  sorted({ ...source, unit: 'yes or no', from: { [beforeEverything]: false, [day]: true } });

/** The value on a day: the last that starts on or before it, or the first of all. */
export function valueOn<Value extends number | boolean>({ starts, first }: Parameter<Value>, day: Day): Value {
  for (let at = starts.length - 1; at > 0; at -= 1) {
    const start = starts[at];
    if (start && start.from <= day) return start.value;
  }
  return first;
}

const beforeEverything: Day = '1900-01-01';

function sorted<Value extends number | boolean>({ from, note, ...source }: Source<Value>): Parameter<Value> {
  const starts = Object.entries(from)
    .map(([day, value]) => ({ from: day, value }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = starts;
  if (!first) throw new Error(`${source.clause}: a parameter needs at least one value`);
  return { ...source, note: note ?? null, starts, first: first.value };
}
