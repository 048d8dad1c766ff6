import { type Because, deciding, found, type Reason, Refusal } from '../decision.ts';
import type { AccountFacts } from '../facts.ts';
import type { ClauseId } from '../guideline.ts';
import type { MessageId } from '../messages/messages.ts';
import type { RefusalCode } from '../refusal-code.ts';
import { type Anomaly, anomalies } from '../standing/anomalies.ts';

/** An objection of the law to a requested change. */
export interface Objection {
  readonly code: RefusalCode;
  readonly reason: Reason;
}

/** An objection with the caller's code; its reason decides, by the clause named. */
export const objection = (code: RefusalCode, clause: ClauseId, why: Because): Objection => ({ code, reason: deciding(found(clause, why)) });

/** The refusal for objections, with the code of the first; null without any. */
export function refusalOf(objections: readonly Objection[]): Refusal | null {
  const [first] = objections;
  return first
    ? new Refusal(
        first.code,
        objections.map(({ reason }) => reason),
      )
    : null;
}

/**
 * What the law would not allow after a change and did not already have to accept before it: a mutation is refused for the same things that an import
 * reports.
 */
export function objectionsTo(before: AccountFacts, after: AccountFacts): readonly Objection[] {
  const known = new Set(anomalies(before).map(nameOf));
  // X-4 judges the tool of a certificate that is issued here, and there an exception can be recorded; X-21 is about imported ones.
  return anomalies(after)
    .filter((anomaly) => anomaly.clause !== 'X-21' && !known.has(nameOf(anomaly)))
    .map(objectionOf);
}

const nameOf = ({ fact, key, clause }: Anomaly): string => `${fact} ${key} ${clause}`;

function objectionOf({ clause, because: { id, values } }: Anomaly): Objection {
  const [code, words] = refusalsByAnomaly[id] ?? (['WOULD_NOT_COUNT', id] as const);
  return objection(code, clause, { id: words, values });
}

/** An anomaly describes what was recorded; as a refusal it describes what cannot be. The values are the same. */
export const refusalsByAnomaly: Readonly<Partial<Record<MessageId, readonly [RefusalCode, MessageId]>>> = {
  'dated-in-revocation': ['REVOCATION_STANDS', 'refused-dated-in-revocation'],
  'certificate-without-registration': ['REGISTRATION_NEEDED', 'refused-without-registration'],
  'returned-to-cor': ['STANDARD_NOT_POSSIBLE', 'refused-return-to-cor'],
  'letter-for-equivalency': ['LETTER_NOT_POSSIBLE', 'refused-letter-for-equivalency'],
  'letter-after-day-90': ['LETTER_TOO_LATE', 'refused-letter-after-day-90'],
  'letter-before-its-window': ['LETTER_TOO_EARLY', 'refused-letter-too-early'],
  'letter-before-year-2': ['LETTER_TOO_EARLY', 'refused-letter-before-year-2'],
  'letter-after-loss': ['LETTER_TOO_LATE', 'refused-letter-after-loss'],
  'letter-after-supersession': ['LETTER_NOT_POSSIBLE', 'refused-letter-after-supersession'],
  'no-stated-end': ['WOULD_NOT_COUNT', 'refused-no-stated-end'],
  'ended-before-issue': ['WOULD_NOT_COUNT', 'refused-ended-before-issue'],
  'spot-check-binds-nothing': ['WOULD_NOT_COUNT', 'refused-check-binds-nothing'],
  'letter-of-year-1': ['WOULD_NOT_COUNT', 'letter-of-year-1'],
  'event-before-receipt': ['WOULD_NOT_COUNT', 'refused-event-before-receipt'],
};
