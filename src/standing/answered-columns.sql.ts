// What the statements of periods have in common in their answers.

/** SQL: answers show instants to the millisecond, rounded up: what was recorded by them stays recorded by them. */
export const milliseconds = (instant: string): string => `ceil(extract(epoch from ${instant}) * 1000)::float8`;

/**
 * SQL: the instant that an answer from current records is valid for: on a replica, its last replay, because later data is not in the answer. A replica
 * that has just started may not have replayed anything yet.
 */
export const presentInstant = milliseconds(`case when pg_is_in_recovery()
    then coalesce(pg_last_xact_replay_timestamp() + registry_shift(), (select max(recorded_at) from recording)) else registry_now() end`);

/** The name under which an answer has a column. */
export const camelCase = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
