import type { Day } from '../calendar.ts';

/** The role for which a person is designated at an account (G-1.2.c, G-2.2.a). */
export type Role = 'SENIOR_MANAGEMENT_REPRESENTATIVE' | 'INTERNAL_AUDITOR';

/** The courses of the program (G-2.2.a). */
export type Course = 'COR_ESSENTIALS' | 'BASIC_AUDITING_PRINCIPLES' | 'COR_INTERNAL_AUDITOR' | 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT';

/** A course that a person completed. It stays with the person, whatever the employer (F-14). */
export interface CourseFact {
  readonly course: Course;
  readonly completedOn: Day;
}

/** An exemption from a course that IHSA granted to a person (G-2.2.b). */
export interface ExemptionFact {
  readonly course: Course;
  readonly grantedOn: Day;
}

/** A request for an exemption (G-2.2.b). */
export interface ExemptionRequestFact {
  readonly id: string;
  readonly course: Course;
  readonly requestedOn: Day;
  /** Day on which IHSA decided it; null until then. */
  readonly decidedOn: Day | null;
}

/** A retraining that IHSA requires of a person (G-4.2). */
export interface RetrainingFact {
  readonly requiredOn: Day;
  /** Day on which it was completed; null until then. */
  readonly completedOn: Day | null;
}

/** Everything recorded about a person's training. Order does not matter. */
export interface TrainingFacts {
  readonly courses: readonly CourseFact[];
  readonly exemptions: readonly ExemptionFact[];
  readonly retrainings: readonly RetrainingFact[];
  /** Absent where the question does not concern them. */
  readonly exemptionRequests?: readonly ExemptionRequestFact[];
}

/** A person's role at an account; both days are included, `to` is null while it lasts. */
export interface DesignationFact {
  readonly id: string;
  readonly role: Role;
  readonly from: Day;
  readonly to: Day | null;
  /** Whether the person is a permanent full-time employee (G-2.2.a, G-3.3.a). */
  readonly isPermanentFullTime: boolean;
  /** Day on which the person signed the code of ethics (G-4.5); null if not recorded. */
  readonly codeSignedOn: Day | null;
}

/** A designation with the training of the person who has it. */
export interface DesignatedPerson extends DesignationFact {
  readonly training: TrainingFacts;
}

/** Whether a designation holds on a day. */
export const isDesignated = ({ from, to }: Pick<DesignationFact, 'from' | 'to'>, on: Day): boolean =>
  from <= on && (to === null || on <= to);
