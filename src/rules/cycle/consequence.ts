import type { Obligation } from './obligation.ts';

/** What follows if an obligation is not met by its days, the gravest first. */
export const consequences = ['LOSS', 'LATE', 'NONE'] as const;
export type Consequence = (typeof consequences)[number];

type Dated = Pick<Obligation, 'dueOn' | 'lastDay'>;

/** with a last day something is lost without it; with a due day alone it can be late; without any day, neither. */
export function consequenceOf({ dueOn, lastDay }: Dated): Consequence {
  if (lastDay !== null) return 'LOSS';
  return dueOn === null ? 'NONE' : 'LATE';
}

/**
 * Its place in a list of what there is to do, which sorts as text: first what is due, then what is upcoming, then what is done; of these by the
 * consequence, and then by the day, without one last.
 */
export function placeOf(obligation: Pick<Obligation, 'state' | 'dueOn' | 'lastDay' | 'opensOn'>): string {
  const { state, dueOn, opensOn } = obligation;
  const turn = state === 'DONE' ? 3 : state === 'UPCOMING' ? 2 : 1;
  return `${turn}${consequences.indexOf(consequenceOf(obligation)) + 1} ${dueOn ?? opensOn ?? '9999-12-31'}`;
}
