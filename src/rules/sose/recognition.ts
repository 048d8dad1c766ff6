import { addDays, type Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import { objection, refusalOf } from '../recording/objections.ts';

/** A recorded recognition under SOSE: its first and last day are included, the day of its revocation is not. */
export interface RecordedRecognition {
  readonly reference: string;
  readonly grantedOn: Day;
  readonly from: Day;
  /** Null if no last day was set. */
  readonly to: Day | null;
  readonly revokedOn: Day | null;
}

/** First day on which a recognition no longer counts; null while nothing ends it. */
export function endOfRecognition({ to, revokedOn }: RecordedRecognition): Day | null {
  const afterLast = to && addDays(to, 1);
  if (afterLast === null || revokedOn === null) return afterLast ?? revokedOn;
  return revokedOn < afterLast ? revokedOn : afterLast;
}

/** whether a recognition is in effect on a day. */
export function isRecognizedOn(recognition: RecordedRecognition, on: Day): boolean {
  const end = endOfRecognition(recognition);
  return recognition.from <= on && (end === null || on < end);
}

/** W.4: what the ministry published is public from that day, while it is in effect; one that ended is no longer published. */
export function isPublicOn(recognition: RecordedRecognition & { readonly publishedOn: Day | null }, on: Day): boolean {
  const { publishedOn } = recognition;
  return publishedOn !== null && publishedOn <= on && isRecognizedOn(recognition, on);
}

/** why a recognition may not be reported; null if it may. An account has it once under each reference. */
export const refuseReport = (reported: RecordedRecognition | null): Refusal | null =>
  refusalOf(
    reported === null
      ? []
      : [
          objection(
            'ALREADY_RECORDED',
            'X-1',
            because('refused-recognition-reported', { reference: reported.reference, grantedOn: reported.grantedOn }),
          ),
        ],
  );

/** why a recognition may not be revoked; null if it may. It is revoked once. */
export const refuseRevoking = ({ reference, revokedOn }: RecordedRecognition): Refusal | null =>
  refusalOf(revokedOn === null ? [] : [objection('NOT_STANDING', 'X-1', because('refused-recognition-revoked', { reference, revokedOn }))]);

/** why a lead auditor may not be recorded for an audit; null if one may. An audit has one, with a name. */
export const refuseSecondLeadAuditor = (auditor: string | null): Refusal | null =>
  refusalOf(auditor === null ? [] : [objection('ALREADY_RECORDED', 'X-14', because('refused-lead-auditor-recorded', { auditor }))]);

/** X-1b: why a SOSE action plan may not be recorded after an audit; null if one may. An audit has one. */
export const refuseSecondActionPlan = (isRecorded: boolean): Refusal | null =>
  refusalOf(isRecorded ? [objection('ALREADY_RECORDED', 'X-1b', because('refused-action-plan-recorded'))] : []);
