import type { Course, TrainingFacts } from '../../../src/rules/cycle/people.ts';
import { type Qualification, qualifiesAsInternalAuditor } from '../../../src/rules/cycle/training.ts';
import { casesOf } from '../case-file.ts';

/** The letters used in the cases. */
export const courses = {
  E: 'COR_ESSENTIALS',
  B: 'BASIC_AUDITING_PRINCIPLES',
  A: 'COR_INTERNAL_AUDITOR',
  H: 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT',
} as const satisfies Record<string, Course>;

type Letter = keyof typeof courses;
type Days = Partial<Record<Letter, string>>;

/** One case of training.cases.yaml, as written. */
export interface TrainingCase extends CompactTraining {
  readonly case: string;
  readonly role: { readonly from: string; readonly to?: string; readonly isPermanentFullTime?: boolean };
  readonly on: string;
  readonly qualifies: boolean;
  readonly missing: readonly Letter[];
}

export const trainingCases = casesOf<TrainingCase>('cycle/training.cases.yaml');

/** Training as an analyst writes it. Default for each: none. */
export interface CompactTraining {
  readonly courses?: Days | undefined;
  readonly exemptions?: Days | undefined;
  readonly retraining?: { readonly requiredOn: string; readonly completedOn?: string } | undefined;
  /** A request for an exemption. */
  readonly asked?: { readonly course: Letter; readonly requestedOn: string; readonly decidedOn?: string } | undefined;
}

/** The training written out in full. */
export const trainingOf = ({ courses: taken, exemptions, retraining, asked }: CompactTraining): TrainingFacts => ({
  courses: entries(taken).map(([course, completedOn]) => ({ course, completedOn })),
  exemptions: entries(exemptions).map(([course, grantedOn]) => ({ course, grantedOn })),
  retrainings: retraining ? [{ completedOn: null, ...retraining }] : [],
  exemptionRequests: asked ? [{ id: 'E1', decidedOn: null, ...asked, course: courses[asked.course] }] : [],
});

const entries = (days: Days = {}): [Course, string][] =>
  Object.entries(courses).flatMap(([letter, course]): [Course, string][] => {
    const day = Object.entries(days).find(([each]) => each === letter)?.[1];
    return day === undefined ? [] : [[course, day]];
  });

export const qualifyCase = (one: TrainingCase): Qualification =>
  qualifiesAsInternalAuditor(
    trainingOf(one),
    [{ id: 'D1', role: 'INTERNAL_AUDITOR', to: null, isPermanentFullTime: true, codeSignedOn: null, ...one.role }],
    one.on,
  );
