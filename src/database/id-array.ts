/** PostgreSQL's text of a uuid[]; pg would quote each id. */
export const idArray = (ids: readonly string[]): string => `{${ids.join()}}`;

/**
 * The ids of `$1`, for `= any(…)`, hidden from the planner: knowing how many they are, and nothing yet of tables that the same transaction
 * filled, it would read those from end to end for every batch.
 */
export const givenIds = '(select $1::uuid[])::uuid[]';
