import type { Instant } from '../contract/scalars.ts';

/** A fact without a recording of its own was on record at an instant if its id is below this: an id (version 7) begins with the millisecond in which it was entered. */
export function firstIdAfter(instant: Instant): string {
  const hex = (Date.parse(instant) + 1).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
