import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import {
  type AppealFact,
  type AppealLevelFact,
  acknowledgementDueOn,
  decisionDueOn,
  deniedAt,
  finalReviewDueOn,
  levelOf,
} from './appeal.ts';
import type { Duty } from './obligation.ts';

/** G-7.b to G-7.d: what IHSA owes on an appeal, each by its business day: to acknowledge it, to decide it, and to review what level 2 denied. */
export function appealDuties(appeal: AppealFact, on: Day): readonly Duty[] {
  const levels = appeal.levels.filter(({ filedOn }) => filedOn !== null && filedOn <= on);
  return [...levels.flatMap((level) => levelDuties(appeal, level, on)), ...finalDuty(appeal, on)];
}

function levelDuties(appeal: AppealFact, given: AppealLevelFact, on: Day): readonly Duty[] {
  const { level, filedOn, acknowledgedOn, decidedOn } = given;
  if (level === 3 || filedOn === null) return [];
  const byNow = (day: Day | null): Day | null => (day !== null && day <= on ? day : null);
  const endedOn = byNow(decidedOn) ?? (level === 2 ? byNow(appeal.agreedOn) : null);
  const owed = { of: [appeal.id, String(level)], by: 'IHSA', arisesOn: filedOn, lastDay: null } as const;
  const clause = level === 1 ? 'G-7.b' : 'G-7.c';
  const acknowledgement = acknowledgementDueOn(level, filedOn);
  const decision = decisionDueOn(level, filedOn);
  return [
    {
      ...owed,
      kind: 'APPEAL_ACKNOWLEDGEMENT',
      clauses: [clause, 'R-27'],
      dueOn: acknowledgement,
      doneOn: byNow(acknowledgedOn) ?? endedOn,
      because: because('owe-appeal-acknowledgement', { level: String(level), filedOn, dueOn: acknowledgement }),
    },
    {
      ...owed,
      kind: 'APPEAL_DECISION',
      clauses: [clause, 'R-27'],
      dueOn: decision,
      doneOn: endedOn,
      because: because('owe-appeal-decision', { level: String(level), filedOn, dueOn: decision }),
    },
  ];
}

/** G-7.d: without an agreement the Vice President reviews what level 2 denied. */
function finalDuty(appeal: AppealFact, on: Day): readonly Duty[] {
  const deniedOn = deniedAt(appeal, 2);
  if (deniedOn === null || deniedOn > on || (appeal.agreedOn !== null && appeal.agreedOn <= deniedOn)) return [];
  const days = [levelOf(appeal, 3)?.decidedOn ?? null, appeal.agreedOn].filter((day): day is Day => day !== null && day <= on);
  const dueOn = finalReviewDueOn(deniedOn);
  return [
    {
      kind: 'APPEAL_FINAL_REVIEW',
      of: [appeal.id],
      by: 'IHSA',
      clauses: ['G-7.d', 'R-27'],
      arisesOn: deniedOn,
      dueOn,
      lastDay: null,
      doneOn: days.sort()[0] ?? null,
      because: because('owe-appeal-final-review', { deniedOn, dueOn }),
    },
  ];
}
