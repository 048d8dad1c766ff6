import { addYears, type Day } from '../calendar.ts';
import type { Course } from '../cycle/people.ts';
import { because, type Refusal } from '../decision.ts';
import { exemptionCourseYears, valueOn } from '../parameters.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/** The provider of the course that an exemption is requested for. */
export type CourseProvider = 'CFCSA_MEMBER' | 'RECOGNIZED_LEAD_AUDITOR_TRAINER' | 'OTHER_PROVIDER';

/** The attachments of a request for an exemption. Only transcripts and course outlines are evidence (G-2.2.b). */
export type ExemptionEvidence = 'TRANSCRIPT' | 'COURSE_OUTLINE' | 'COURSE_CERTIFICATE' | 'WALLET_CARD' | 'EXPERIENCE';

/** A request for an exemption from one course, by the Training Exemption Form. */
export interface ExemptionRequest {
  readonly course: Course;
  readonly requestedOn: Day;
  readonly provider: CourseProvider;
  /** Day on which the course offered instead was completed; null if there was none. */
  readonly courseCompletedOn: Day | null;
  readonly evidence: readonly ExemptionEvidence[];
}

/** G-2.2.b: the courses that can be exempted. */
const exemptible: readonly Course[] = ['COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES'];

const needed: readonly ExemptionEvidence[] = ['TRANSCRIPT', 'COURSE_OUTLINE'];

/** Why an exemption may not be granted; null if it may. */
export const refuseExemption = (request: ExemptionRequest): Refusal | null => refusalOf(exemptionObjections(request));

/** G-2.2.b: every condition that a request does not meet. Each exemption is granted by IHSA's decision alone. */
export function exemptionObjections({
  course,
  requestedOn,
  provider,
  courseCompletedOn,
  evidence,
}: ExemptionRequest): readonly Objection[] {
  const against = (why: ReturnType<typeof because>) => objection('EXEMPTION_NOT_POSSIBLE', 'G-2.2.b', why);
  const missing = needed.filter((each) => !evidence.includes(each));
  const refused = evidence.filter((each) => !needed.includes(each));
  return [
    ...(exemptible.includes(course) ? [] : [against(because('exemption-of-course', { course }))]),
    ...missing.map((what) => against(because('exemption-evidence-missing', { what }))),
    ...(missing.length > 0 ? refused.map((what) => against(because('exemption-evidence-refused', { what }))) : []),
    ...(provider === 'OTHER_PROVIDER' ? [against(because('exemption-provider'))] : []),
    ...ageObjections(courseCompletedOn, requestedOn).map(against),
  ];
}

/** G-2.2.b: the course was completed within three years before the request. */
function ageObjections(completedOn: Day | null, requestedOn: Day) {
  if (completedOn === null) return [because('exemption-without-course')];
  const lastDay = addYears(completedOn, valueOn(exemptionCourseYears, requestedOn));
  return requestedOn > lastDay ? [because('exemption-course-too-old', { completedOn, lastDay })] : [];
}
