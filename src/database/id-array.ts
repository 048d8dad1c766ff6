/** PostgreSQL's text of a uuid[]; pg would quote each id. */
export const idArray = (ids: readonly string[]): string => `{${ids.join()}}`;

/**
 * The ids of `$1`, for `= any(…)`, hidden from the planner: if it knew their number and had no statistics on tables filled in this transaction, it
 * would scan them in full for every batch.
 */
export const givenIds = '(select $1::uuid[])::uuid[]';
