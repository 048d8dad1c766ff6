import type { Parameter } from '../rules/parameter.ts';

/** SQL: the value of a number of the law on a day, like `valueOn`; `day` is SQL of a date. */
export function valueSql({ starts, first }: Parameter<number>, day: string): string {
  const later = starts.slice(1).toReversed();
  const cases = later.map(({ from, value }) => `when ${day} >= '${from}' then ${value}`);
  return cases.length > 0 ? `case ${cases.join(' ')} else ${first} end` : String(first);
}
