import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Course } from '../../rules/cycle/people.ts';
import type { CourseProvider, ExemptionEvidence } from '../../rules/recording/exemption.ts';
import { PersonRow } from './person.table.ts';

const courses = `('COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT')`;

/** A course that a person completed. It stays with the person, whatever the employer (F-14). */
@Entity('course_completion')
@Unique('course_completion_once', ['personId', 'course', 'completedOn'])
@Check('course_completion_course_known', `course in ${courses}`)
export class CourseCompletionRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => PersonRow)
  @JoinColumn({ name: 'person_id' })
  person?: PersonRow;

  @Column({ type: 'text' })
  course!: Course;

  @Column({ type: 'date' })
  completedOn!: Day;

  /** The body that gave it. */
  @Column({ type: 'text', nullable: true })
  provider!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** A request for an exemption from a course, and IHSA's decision (G-2.2.b). */
@Entity('training_exemption')
@Index('training_exemption_once', { synchronize: false })
@Check('training_exemption_course_known', `course in ${courses}`)
@Check('training_exemption_provider_known', `provider in ('CFCSA_MEMBER', 'RECOGNIZED_LEAD_AUDITOR_TRAINER', 'OTHER_PROVIDER')`)
@Check(
  'training_exemption_evidence_known',
  `evidence <@ array['TRANSCRIPT', 'COURSE_OUTLINE', 'COURSE_CERTIFICATE', 'WALLET_CARD', 'EXPERIENCE']`,
)
@Check('training_exemption_decided', '(decided_on is null) = (is_granted is null) and (decided_on is null) = (decided_by is null)')
@Check('training_exemption_days_in_order', 'decided_on >= requested_on and requested_on >= course_completed_on')
export class TrainingExemptionRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => PersonRow)
  @JoinColumn({ name: 'person_id' })
  person?: PersonRow;

  @Column({ type: 'text' })
  course!: Course;

  @Column({ type: 'date' })
  requestedOn!: Day;

  @Column({ type: 'text' })
  provider!: CourseProvider;

  /** The body that gave the course. */
  @Column({ type: 'text', nullable: true })
  providerName!: string | null;

  @Column({ type: 'date', nullable: true })
  courseCompletedOn!: Day | null;

  @Column({ type: 'text', array: true })
  evidence!: ExemptionEvidence[];

  @Column({ type: 'date', nullable: true })
  decidedOn!: Day | null;

  @Column({ type: 'boolean', nullable: true })
  isGranted!: boolean | null;

  @Column({ type: 'text', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** A retraining that IHSA requires of a person (G-4.2). */
@Entity('retraining')
@Unique('retraining_once', ['personId', 'requiredOn'])
@Check('retraining_days_in_order', 'completed_on >= required_on')
export class RetrainingRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => PersonRow)
  @JoinColumn({ name: 'person_id' })
  person?: PersonRow;

  @Column({ type: 'date' })
  requiredOn!: Day;

  @Column({ type: 'date', nullable: true })
  completedOn!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
