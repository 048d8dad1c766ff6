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

/** The longest wait a receiver can ask for, in milliseconds: a slip of its pen must not silence it for years. */
const LONGEST_ASKED_MS = 24 * HOUR_MS;

/**
 * The wait before the next attempt. What a receiver asks for counts where it is longer than our own gap, up to a day: heeding a shorter one would use
 * up all attempts, and pause the endpoint, within minutes.
 */
export const waitBefore = (gap: number, askedMs = 0): number => Math.max(gap, Math.min(askedMs, LONGEST_ASKED_MS));

/**
 * What `Retry-After` asks for (RFC 9110, 10.2.3), in milliseconds: seconds, or a date, reckoned from the receiver's own clock where it says its time;
 * null if it is neither.
 */
export function retryAfterOf(asked: string | undefined, receiverNow: string | undefined): number | null {
  if (asked === undefined) return null;
  if (/^\d+$/.test(asked)) return Number(asked) * SECOND_MS;
  const [until, now] = [instantOf(asked), instantOf(receiverNow ?? '')];
  return until > now ? until - now : null;
}

/** The instant of an HTTP date in any of its three forms (RFC 9110, 5.6.7), in milliseconds; NaN if it is none. */
function instantOf(date: string): number {
  if (/^[A-Z][a-z]+, .* GMT$/.test(date)) return Date.parse(date);
  return /^[A-Z][a-z]{2} [A-Z][a-z]{2} .* \d{4}$/.test(date) ? Date.parse(`${date} GMT`) : Number.NaN;
}
