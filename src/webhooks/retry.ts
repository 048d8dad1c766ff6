const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long to wait after each failed attempt: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 18 h, 22 h. Ten attempts lie within three days (71 h 35 min);
 * when the tenth fails, the endpoint is paused. Milliseconds.
 */
export const retryGaps: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[2, 5, 10, 14, 18, 22].map((hours) => hours * HOUR_MS),
];
