import { addDays, type Day } from '../calendar.ts';
import type { Because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { dueNoticeDays, valueOn } from '../parameters.ts';

/** Who has to do it. */
export type Party = 'ORGANIZATION' | 'IHSA' | 'EXTERNAL_AUDITOR';

/** The state of an obligation on a day. */
export type ObligationState = 'UPCOMING' | 'DUE' | 'OVERDUE' | 'DONE';

/** What is to be done; a label for each is among the words of the messages. */
export type ObligationKind =
  | 'REGISTRATION_APPLICATION'
  | 'INTERNAL_AUDIT'
  | 'AUDIT_FEE'
  | 'AUDIT_RECEIPT'
  | 'PRE_ASSESSMENT'
  | 'INTERNAL_REVIEW'
  | 'REVIEW_FOLLOW_UP'
  | 'CORRECTIVE_ACTION_PLAN'
  | 'CORRECTIVE_ACTION_PLAN_APPROVAL'
  | 'AUDIT_PLAN_APPROVAL'
  | 'EXTERNAL_AUDIT'
  | 'EXTERNAL_AUDIT_REPORT'
  | 'AUDIT_REPORT_APPROVAL'
  | 'RE_AUDIT'
  | 'CERTIFICATE'
  | 'MAINTENANCE_AUDIT'
  | 'MAINTENANCE_CORRECTION'
  | 'LETTER_OF_GOOD_STANDING'
  | 'STAFF_ALERT'
  | 'RE_REGISTRATION'
  | 'RENEWAL_INTERNAL_AUDIT'
  | 'RENEWAL_AUDIT'
  | 'NEW_CERTIFICATE'
  | 'SPOT_CHECK_IMPLEMENTATION'
  | 'SPOT_CHECK_VALIDATION'
  | 'SPOT_CHECK_FEE'
  | 'EQUIVALENCY_RENEWAL'
  | 'AUDITS_AFTER_WON_BID'
  | 'STARTING_OVER'
  | 'WSIB_GOOD_STANDING'
  | 'SENIOR_MANAGEMENT_REPRESENTATIVE'
  | 'INTERNAL_AUDITOR'
  | 'TRAINING'
  | 'TRAINING_EXEMPTION'
  | 'CODE_OF_ETHICS'
  | 'RETRAINING'
  | 'APPEAL_ACKNOWLEDGEMENT'
  | 'APPEAL_DECISION'
  | 'APPEAL_FINAL_REVIEW';

/** What an account, IHSA or an external auditor has to do by when, under which clauses, and its state on a day. */
export interface Obligation {
  /** The same on every day: the kind with the number or id of the fact it follows from, and the year of a letter. */
  readonly key: string;
  readonly kind: ObligationKind;
  readonly by: Party;
  /** The clauses it follows from, the one that requires it first. */
  readonly clauses: readonly ClauseId[];
  readonly state: ObligationState;
  /** First day on which it is due; null while it depends on something not recorded yet. */
  readonly opensOn: Day | null;
  /** The day by which it is to be done; null if no source names one. */
  readonly dueOn: Day | null;
  /** The last day on which it can still be done; null if nothing ends it. */
  readonly lastDay: Day | null;
  readonly doneOn: Day | null;
  /** Whether it was done after its due day, or is overdue; false if only a later document shows that it was done. */
  readonly isLate: boolean;
  readonly because: Because;
}

/** An obligation before its state is determined. */
export interface Duty extends Pick<Obligation, 'kind' | 'by' | 'clauses' | 'dueOn' | 'lastDay' | 'doneOn' | 'because'> {
  /** The facts it follows from, which make its key. */
  readonly of: readonly string[];
  /** Day on which it arises; null if it depends on something not recorded. */
  readonly arisesOn: Day | null;
  /** A window that the guideline itself opens. */
  readonly windowFrom?: Day;
  /** `doneOn` is the day of a document that shows it done; when it was done is not recorded, so nobody can say that it was late. */
  readonly isDayShown?: boolean;
}

/** the state of each duty on a day, in order of the due days; what can no longer be done is left out. */
export const obligationsFrom = (duties: readonly Duty[], on: Day): readonly Obligation[] =>
  duties
    .filter(({ doneOn, lastDay }) => doneOn !== null || lastDay === null || on <= lastDay)
    .map((duty) => standOn(duty, on))
    .toSorted(byDueDay);

function standOn({ of, arisesOn, windowFrom, isDayShown = false, ...duty }: Duty, on: Day): Obligation {
  const opensOn = arisesOn && laterOf(arisesOn, windowFrom ?? noticeOf(duty.dueOn) ?? arisesOn);
  const isLate = duty.dueOn !== null && !isDayShown && (duty.doneOn ?? on) > duty.dueOn;
  return { ...duty, key: [duty.kind, ...of].join(':'), opensOn, isLate, state: stateOf(duty.doneOn !== null, isLate, opensOn, on) };
}

const noticeOf = (dueOn: Day | null): Day | null => dueOn && addDays(dueOn, -valueOn(dueNoticeDays, dueOn));

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

function stateOf(isDone: boolean, isLate: boolean, opensOn: Day | null, on: Day): ObligationState {
  if (isDone) return 'DONE';
  if (isLate) return 'OVERDUE';
  return opensOn !== null && on >= opensOn ? 'DUE' : 'UPCOMING';
}

/** By due day, those without one last; on the same day by key. */
function byDueDay(a: Obligation, b: Obligation): number {
  const [dayA, dayB] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
