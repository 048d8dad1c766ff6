import type { Day } from '../calendar.ts';
import { because, found, notFound, type Reason } from '../decision.ts';
import { type Course, type DesignationFact, isDesignated, type Role, type TrainingFacts } from './people.ts';

/** G-2.2.a: the courses that a role requires, in the order of the guideline. */
export const coursesOf: Readonly<Record<Role, readonly Course[]>> = {
  SENIOR_MANAGEMENT_REPRESENTATIVE: ['COR_ESSENTIALS'],
  INTERNAL_AUDITOR: ['COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT'],
};

/** Whether a person may conduct an internal audit that begins on a day, with every clause consulted and the missing courses. */
export interface Qualification {
  readonly qualifies: boolean;
  readonly on: Day;
  readonly missing: readonly Course[];
  readonly reasons: readonly Reason[];
}

/**
 * G-2.2.a, G-3.3.a, G-4.1, G-4.2: an internal auditor has the four courses or an exemption, is designated as a permanent full-time employee, and has
 * no retraining to complete. For an audit, its first day counts: what is completed later does not help, and what is required later does not hurt.
 * `designations` are the person's at the account, or at any account.
 */
export function qualifiesAsInternalAuditor(training: TrainingFacts, designations: readonly DesignationFact[], on: Day): Qualification {
  const courses = coursesOf.INTERNAL_AUDITOR.map((course) => courseReason(training, course, on));
  const reasons = [...courses, employmentReason(designations, on), retrainingReason(training, on)];
  return {
    qualifies: reasons.every(({ holds }) => holds),
    on,
    missing: coursesOf.INTERNAL_AUDITOR.filter((course) => heldFrom(training, course, on) === null),
    reasons,
  };
}

/** What an internal auditor lacked: courses, and the role itself where it was not held, or not as a permanent full-time employee. */
export interface AuditorLacks {
  readonly courses: readonly Course[];
  readonly role: Reason | null;
}

/** G-2.2.a, G-3.3.a: what a person lacked of what an internal auditor needs. */
export const lacksOf = ({ missing, reasons }: Qualification): AuditorLacks => ({
  courses: missing,
  role: reasons.find(({ clause, holds }) => clause === 'G-3.3.a' && !holds) ?? null,
});

/** G-2.2.a, G-2.2.b: a course of a role, completed or exempted by the day. */
function courseReason(training: TrainingFacts, course: Course, on: Day): Reason {
  const completedOn = firstDay(training.courses, course, ({ completedOn: day }) => day, on);
  if (completedOn !== null) return found('G-2.2.a', because('course-completed', { course, completedOn }));
  const grantedOn = firstDay(training.exemptions, course, ({ grantedOn: day }) => day, on);
  if (grantedOn !== null) return found('G-2.2.b', because('course-exempted', { course, grantedOn }));
  return notFound('G-2.2.a', because('course-missing', { course, on }));
}

/** G-3.3.a: the internal auditor is a permanent full-time employee of the organization. */
function employmentReason(designations: readonly DesignationFact[], on: Day): Reason {
  const held = designations.filter((each) => each.role === 'INTERNAL_AUDITOR' && isDesignated(each, on));
  const permanent = held.find(({ isPermanentFullTime }) => isPermanentFullTime);
  if (permanent) return found('G-3.3.a', because('internal-auditor-designated', { from: permanent.from }));
  return notFound(
    'G-3.3.a',
    held.length > 0 ? because('internal-auditor-not-permanent') : because('internal-auditor-not-designated', { on }),
  );
}

/** G-4.2: IHSA may require retraining; until it is completed, the person conducts no new audit. */
function retrainingReason({ retrainings }: TrainingFacts, on: Day): Reason {
  const requiredOn = openRetraining(retrainings, on);
  if (requiredOn !== null) return notFound('G-4.2', because('retraining-open', { requiredOn }));
  return found('G-4.2', because('no-retraining-open'));
}

/** The day on which the first retraining was required that is not completed by a day; null without one. */
export const openRetraining = (retrainings: TrainingFacts['retrainings'], on: Day): Day | null =>
  retrainings
    .filter(({ requiredOn, completedOn }) => requiredOn <= on && (completedOn === null || completedOn > on))
    .map(({ requiredOn }) => requiredOn)
    .toSorted()[0] ?? null;

/** The first day by which a person had a course or an exemption from it, among the days up to one; null if there is none. */
export function heldFrom(training: TrainingFacts, course: Course, by: Day | null): Day | null {
  const completed = firstDay(training.courses, course, ({ completedOn }) => completedOn, by);
  const exempted = firstDay(training.exemptions, course, ({ grantedOn }) => grantedOn, by);
  return [completed, exempted].filter((day) => day !== null).toSorted()[0] ?? null;
}

/** The day by which a person had every course of a role; null while one is missing. */
export function trainedFrom(training: TrainingFacts, role: Role, by: Day): Day | null {
  const days = coursesOf[role].map((course) => heldFrom(training, course, by));
  return days.includes(null)
    ? null
    : (days
        .filter((day) => day !== null)
        .toSorted()
        .at(-1) ?? null);
}

/** The courses of a role that a person lacks on a day. */
export const missingCourses = (training: TrainingFacts, role: Role, on: Day): readonly Course[] =>
  coursesOf[role].filter((course) => heldFrom(training, course, on) === null);

function firstDay<Fact extends { readonly course: Course }>(
  facts: readonly Fact[],
  course: Course,
  dayOf: (fact: Fact) => Day,
  by: Day | null,
): Day | null {
  const days = facts.filter((fact) => fact.course === course).map(dayOf);
  return days.filter((day) => by === null || day <= by).toSorted()[0] ?? null;
}
