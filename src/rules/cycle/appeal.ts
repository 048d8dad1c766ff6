import type { Day } from '../calendar.ts';
import { addBusinessDays } from '../holidays.ts';
import {
  appealAcknowledgementDays,
  appealDecisionDays,
  appealFilingDays,
  finalReviewDays,
  secondAppealAcknowledgementDays,
  secondAppealDecisionDays,
  secondAppealFilingDays,
  valueOn,
} from '../parameters.ts';

/** The levels of an appeal: the COR auditor, the Manager of Strategic Programs, the Vice President (G-7.b to G-7.d). */
export type AppealLevel = 1 | 2 | 3;

/** How a level ends. */
export type AppealOutcome = 'DENIED' | 'ALLOWED';

/** One level of an appeal, with the days that are recorded of it. */
export interface AppealLevelFact {
  readonly level: AppealLevel;
  /** Day on which IHSA received it; null at level 3, which nobody files (G-7.d). */
  readonly filedOn: Day | null;
  readonly acknowledgedOn: Day | null;
  readonly decidedOn: Day | null;
  readonly outcome: AppealOutcome | null;
}

/** An appeal against the result of an audit. */
export interface AppealFact {
  readonly id: string;
  readonly audit: string;
  /** Day on which both parties signed an agreement on the form (G-7.c). */
  readonly agreedOn: Day | null;
  /** Its levels, in order. */
  readonly levels: readonly AppealLevelFact[];
}

/** G-7.b: the last day to appeal, five business days after the report was received. */
export const lastDayToAppeal = (reportReceivedOn: Day): Day =>
  addBusinessDays(reportReceivedOn, valueOn(appealFilingDays, reportReceivedOn));

/** G-7.c: the last day to take a denial to level 2. */
export const lastDayForSecondLevel = (deniedOn: Day): Day => addBusinessDays(deniedOn, valueOn(secondAppealFilingDays, deniedOn));

/** G-7.b, G-7.c: the day by which an appeal is acknowledged. */
export const acknowledgementDueOn = (level: 1 | 2, filedOn: Day): Day =>
  addBusinessDays(filedOn, valueOn(level === 1 ? appealAcknowledgementDays : secondAppealAcknowledgementDays, filedOn));

/** G-7.b, G-7.c: the day by which an appeal is decided. */
export const decisionDueOn = (level: 1 | 2, filedOn: Day): Day =>
  addBusinessDays(filedOn, valueOn(level === 1 ? appealDecisionDays : secondAppealDecisionDays, filedOn));

/** G-7.d: the day by which the Vice President has reviewed what level 2 denied. */
export const finalReviewDueOn = (deniedOn: Day): Day => addBusinessDays(deniedOn, valueOn(finalReviewDays, deniedOn));

/** A level of an appeal as it is recorded; null if it was not reached. */
export const levelOf = ({ levels }: Pick<AppealFact, 'levels'>, level: AppealLevel): AppealLevelFact | null =>
  levels.find((each) => each.level === level) ?? null;

/** The day by which a level is decided; null where it was not reached. */
export function dueOn(appeal: AppealFact, level: AppealLevel): Day | null {
  if (level !== 3) {
    const filedOn = levelOf(appeal, level)?.filedOn ?? null;
    return filedOn && decisionDueOn(level, filedOn);
  }
  const deniedOn = deniedAt(appeal, 2);
  return deniedOn && finalReviewDueOn(deniedOn);
}

/** The day on which a level was denied; null where it was not. */
export function deniedAt(appeal: Pick<AppealFact, 'levels'>, level: AppealLevel): Day | null {
  const decided = levelOf(appeal, level);
  return decided?.outcome === 'DENIED' ? decided.decidedOn : null;
}
