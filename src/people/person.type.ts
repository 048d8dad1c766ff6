import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Course as CourseName, DesignationFact, Role as RoleName, TrainingFacts } from '../rules/cycle/people.ts';
import type { ExemptionEvidence as Evidence, CourseProvider as Provider } from '../rules/recording/exemption.ts';

/** Roles, as an enum of the schema. */
export const Role = {
  SENIOR_MANAGEMENT_REPRESENTATIVE: 'SENIOR_MANAGEMENT_REPRESENTATIVE',
  INTERNAL_AUDITOR: 'INTERNAL_AUDITOR',
} as const satisfies { [R in RoleName]: R };

registerEnumType(Role, {
  name: 'Role',
  description: 'The roles for which a person is designated at an account.',
  valuesConfig: {
    SENIOR_MANAGEMENT_REPRESENTATIVE: { description: 'Oversees the health and safety management system and the audits (G-1.2.c).' },
    INTERNAL_AUDITOR: { description: 'Conducts the internal audits, as a permanent full-time employee (G-2.2.a, G-3.3.a).' },
  },
});

/** The courses of the program, as an enum of the schema. */
export const Course = {
  COR_ESSENTIALS: 'COR_ESSENTIALS',
  BASIC_AUDITING_PRINCIPLES: 'BASIC_AUDITING_PRINCIPLES',
  COR_INTERNAL_AUDITOR: 'COR_INTERNAL_AUDITOR',
  INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT: 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT',
} as const satisfies { [C in CourseName]: C };

registerEnumType(Course, {
  name: 'Course',
  description: 'A course of the program (G-2.2.a).',
  valuesConfig: {
    COR_ESSENTIALS: { description: 'COR Essentials, for both roles.' },
    BASIC_AUDITING_PRINCIPLES: { description: 'Basic Auditing Principles, for the internal auditor.' },
    COR_INTERNAL_AUDITOR: { description: 'COR Internal Auditor, for the internal auditor. It cannot be exempted.' },
    INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT: {
      description: 'Introduction to Hazard & Risk Management, for the internal auditor. It cannot be exempted.',
    },
  },
});

/** Who gave a course, as an enum of the schema. */
export const CourseProvider = {
  CFCSA_MEMBER: 'CFCSA_MEMBER',
  RECOGNIZED_LEAD_AUDITOR_TRAINER: 'RECOGNIZED_LEAD_AUDITOR_TRAINER',
  OTHER_PROVIDER: 'OTHER_PROVIDER',
} as const satisfies { [P in Provider]: P };

registerEnumType(CourseProvider, {
  name: 'CourseProvider',
  description: 'The provider of the course that an exemption is requested for.',
  valuesConfig: {
    CFCSA_MEMBER: { description: 'A member of the Canadian Federation of Construction Safety Associations.' },
    RECOGNIZED_LEAD_AUDITOR_TRAINER: { description: 'Another recognized trainer of lead auditors.' },
    OTHER_PROVIDER: { description: 'Anyone else: no exemption is granted.' },
  },
});

/** What a request for an exemption comes with, as an enum of the schema. */
export const ExemptionEvidence = {
  TRANSCRIPT: 'TRANSCRIPT',
  COURSE_OUTLINE: 'COURSE_OUTLINE',
  COURSE_CERTIFICATE: 'COURSE_CERTIFICATE',
  WALLET_CARD: 'WALLET_CARD',
  EXPERIENCE: 'EXPERIENCE',
} as const satisfies { [E in Evidence]: E };

registerEnumType(ExemptionEvidence, {
  name: 'ExemptionEvidence',
  description:
    'What a request for an exemption comes with. Transcripts and course outlines are required; the rest is not accepted (G-2.2.b).',
  valuesConfig: {
    TRANSCRIPT: { description: 'The transcript of the course. Required.' },
    COURSE_OUTLINE: { description: 'The outline of the course. Required.' },
    COURSE_CERTIFICATE: { description: 'A certificate. Not accepted.' },
    WALLET_CARD: { description: 'A wallet card. Not accepted.' },
    EXPERIENCE: { description: 'Experience. Not accepted.' },
  },
});

@ObjectType({ description: 'A course that a person completed. It stays with the person, whatever the employer (F-14).' })
export class TakenCourse {
  @Field(() => Course, { description: 'The course.' })
  course!: CourseName;

  @Field(() => LocalDate, { description: 'Day on which it was completed.' })
  completedOn!: Day;

  @Field(() => String, { nullable: true, description: 'The body that gave it.' })
  provider!: string | null;
}

@ObjectType({ description: 'A request for an exemption from one course, and IHSA’s decision (G-2.2.b).' })
export class RequestedExemption {
  @Field(() => Course, { description: 'The course that the person asks to be exempted from.' })
  course!: CourseName;

  @Field(() => LocalDate, { description: 'Day of the request.' })
  requestedOn!: Day;

  @Field(() => CourseProvider, { description: 'Who gave the course that is offered instead.' })
  provider!: Provider;

  @Field(() => String, { nullable: true, description: 'The name of that body.' })
  providerName!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which that course was completed; null if there was none.' })
  courseCompletedOn!: Day | null;

  @Field(() => [ExemptionEvidence], { description: 'What the request came with.' })
  evidence!: Evidence[];

  @Field(() => LocalDate, { nullable: true, description: 'Day of the decision; null until then.' })
  decidedOn!: Day | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was granted; null until it is decided.' })
  isGranted!: boolean | null;
}

@ObjectType({
  description: 'A retraining that IHSA requires of a person; until it is completed, the person conducts no new audit (G-4.2, R-51).',
})
export class Retraining {
  @Field(() => LocalDate, { description: 'Day on which IHSA required it.' })
  requiredOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was completed; null until then.' })
  completedOn!: Day | null;
}

@ObjectType({ description: 'Whether a person may conduct an internal audit that begins on a day, and why.' })
export class InternalAuditorQualification {
  @Field(() => Boolean, { description: 'Whether every condition is met on the day.' })
  qualifies!: boolean;

  @Field(() => LocalDate, { description: 'The day asked about: the first day of the audit (G-4.1, R-51).' })
  on!: Day;

  @Field(() => [Course], { description: 'The courses that are neither completed nor exempted by the day.' })
  missing!: CourseName[];
}

@ObjectType({ description: 'The training of a person.' })
export class Training {
  @Field(() => [TakenCourse], { description: 'Courses, in order of completion.' })
  courses!: TakenCourse[];

  @Field(() => [RequestedExemption], { description: 'Requests for exemptions, in order of their days.' })
  exemptions!: RequestedExemption[];

  @Field(() => [Retraining], { description: 'Retrainings that IHSA required, in order of their days.' })
  retrainings!: Retraining[];
}

/** What a query returns to GraphQL for a training, with what the law needs. */
export interface TrainingSource {
  readonly courses: readonly TakenCourse[];
  readonly exemptions: readonly RequestedExemption[];
  readonly retrainings: readonly Retraining[];
  readonly facts: TrainingFacts;
  readonly designations: readonly (DesignationFact & { readonly accountId: string })[];
}

@ObjectType({ description: "A person's role at an account (G-1.2.c, G-2.2.a)." })
export class Designation {
  @Field(() => ID, { description: 'Global id of the account.' })
  account!: string;

  @Field(() => Role, { description: 'The role.' })
  role!: RoleName;

  @Field(() => LocalDate, { description: 'First day of the role.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the role; null while it lasts.' })
  to!: Day | null;

  @Field(() => Boolean, {
    description: 'Whether the person is a permanent full-time employee, as an internal auditor has to be (G-3.3.a).',
  })
  isPermanentFullTime!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the person signed the code of ethics (G-4.5); null if none is recorded.',
  })
  codeSignedOn!: Day | null;
}

/** What a query returns to GraphQL for a designation; its person is found by the id. */
export interface DesignationSource extends Readonly<Designation> {
  readonly personId: string;
}

@ObjectType({
  implements: Node,
  description:
    'A person with a role at an account, or with training. Visible to staff, and to an organization for the people who have or had a role at its accounts (R-52).',
})
export class Person implements Node {
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name; null if it was erased, even as of earlier instants (R-46, R-52).' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address; null if none is recorded or it was erased.' })
  email!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which name and address were erased; null while they are kept.' })
  erasedOn!: Day | null;

  @Field(() => [Designation], { description: 'Roles, in order of their first days; for an organization, those at its own accounts.' })
  designations!: Designation[];

  @Field(() => Training, {
    nullable: true,
    description: 'Training; null for an organization at whose accounts the person has no role today: it stays with the person (F-14).',
  })
  training!: Training | null;

  @Field(() => Int, { nullable: true, description: 'Version of the record, for `expectedVersion`; null to callers other than staff.' })
  version!: number | null;
}

/** What a query returns to GraphQL for a person. */
export interface PersonSource extends Readonly<Omit<Person, 'designations' | 'training'>> {
  readonly personId: string;
  readonly designations: readonly DesignationSource[];
  readonly training: TrainingSource | null;
}
