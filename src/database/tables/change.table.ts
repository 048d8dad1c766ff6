import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { RequestStatus } from '../../rules/equivalency/request.ts';
import type { AuditStep } from '../../rules/recording/auditing-facts.ts';
import type { Standing } from '../../rules/standing/standing.ts';
import { AccountRow } from './account.table.ts';
import { OrganizationRow } from './organization.table.ts';
import type { StandingPeriodRow } from './standing-period.table.ts';

/**
 * STANDING: the standing on the day of detection is different. DOCUMENT: it is the same and rests on other documents. REASONS: it is the same for
 * other reasons, for instance because a day passed. CORRECTION: other days than that one have changed, or, if both sides are one period, the owner of
 * the account. NOTICE: a standing will end.
 * EQUIVALENCY_REQUEST: the status of a request has changed. AUDIT: a step of an audit was recorded or taken back, or something else altered it.
 */
export type ChangeKind = 'STANDING' | 'DOCUMENT' | 'CORRECTION' | 'REASONS' | 'NOTICE' | 'EQUIVALENCY_REQUEST' | 'AUDIT';

/** What altered an audit besides its steps. */
export type OtherAuditEvent =
  | 'BEGUN'
  | 'CORRECTED'
  | 'REMOVED'
  | 'INTERNAL_AUDITOR_NAMED'
  | 'LEAD_AUDITOR_CHANGED'
  | 'DOCUMENTS_CHANGED'
  | 'APPEAL_CHANGED'
  | 'SOSE_ACTION_PLAN_CHANGED'
  | 'AUDITOR_ERASED';

/** A kind of change in an account's timeline. */
export type StandingChangeKind = Exclude<ChangeKind, 'EQUIVALENCY_REQUEST' | 'AUDIT'>;

/** What a timeline says about the days of a period, as stored. */
export type ToldPeriod = Omit<StandingPeriodRow, 'accountId' | 'recordingId'>;

/** The outbox of changes. Append-only, except for the position, which the sequencer sets once. */
@Entity('change')
@Unique(['position'])
@Index('change_account_idx', ['accountId', 'id'])
@Index('change_unstamped_idx', { synchronize: false })
@Index('change_of_day_once', { synchronize: false })
@Index('change_notice_once', { synchronize: false })
@Index('change_kind_idx', ['kind', 'position'])
@Check('change_kind_known', `kind in ('STANDING', 'DOCUMENT', 'CORRECTION', 'REASONS', 'NOTICE', 'EQUIVALENCY_REQUEST', 'AUDIT')`)
@Check(
  'change_of_standing_whole',
  `(kind in ('EQUIVALENCY_REQUEST', 'AUDIT')) = (after_period is null) and (after_period is null) = (before_standing is null) and (after_period is null) = (after_standing is null)`,
)
@Check(
  'change_of_request_whole',
  `(kind = 'EQUIVALENCY_REQUEST') = (request_id is not null) and (request_id is null) = (after_status is null) and (before_status is null or request_id is not null)`,
)
@Check(
  'change_of_audit_whole',
  `(kind = 'AUDIT') = (audit_id is not null) and (audit_step is null) = (audit_step_undone is null) and (audit_id is null) = (audit_step is null and audit_event is null) and (audit_step is null or audit_event is null)`,
)
@Check(
  'change_audit_event_known',
  `audit_event in ('BEGUN', 'CORRECTED', 'REMOVED', 'INTERNAL_AUDITOR_NAMED', 'LEAD_AUDITOR_CHANGED', 'DOCUMENTS_CHANGED', 'APPEAL_CHANGED', 'SOSE_ACTION_PLAN_CHANGED', 'AUDITOR_ERASED')`,
)
@Check('change_notice_has_days', `(kind = 'NOTICE') = (notice_days is not null)`)
export class ChangeRow {
  /** Not the order in which changes became known: that is `position`. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** Position in the feed, without gaps, in commit order; null until the sequencer has set it. */
  @Column({ type: 'bigint', nullable: true })
  position!: string | null;

  @Column({ type: 'text' })
  kind!: ChangeKind;

  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(() => OrganizationRow)
  @JoinColumn({ name: 'organization_id' })
  organization?: OrganizationRow;

  /** First day of the run on which it holds: the run around the day of detection, or else the first run; for a notice, the day announced. */
  @Column({ type: 'date' })
  effectiveOn!: Day;

  /** Both standings are null for a request and for an audit. */
  @Column({ type: 'text', nullable: true })
  beforeStanding!: Standing | null;

  @Column({ type: 'text', nullable: true })
  afterStanding!: Standing | null;

  /** The period that held before, for the mask; null for an account without a timeline, for a request and for an audit. */
  @Column({ type: 'json', nullable: true })
  beforePeriod!: ToldPeriod | null;

  /** Null for a request and for an audit. */
  @Column({ type: 'json', nullable: true })
  afterPeriod!: ToldPeriod | null;

  @Column({ type: 'timestamptz', default: () => 'registry_now()' })
  recordedAt!: Date;

  /** The recording by which it became known, at the instant `knownAt`; null if a day passed and nothing was recorded. */
  @Column({ type: 'bigint', nullable: true })
  recordingId!: string | null;

  /** The day in Toronto on which it was detected. */
  @Column({ type: 'date' })
  toldOn!: Day;

  /** The series of the sweep to which it belongs: see `sweep`. */
  @Column({ type: 'smallint', default: () => 'sweep_series()' })
  series!: number;

  /** How many days ahead a notice is. */
  @Column({ type: 'smallint', nullable: true })
  noticeDays!: number | null;

  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ type: 'text', nullable: true })
  beforeStatus!: RequestStatus | null;

  @Column({ type: 'text', nullable: true })
  afterStatus!: RequestStatus | null;

  /** The audit; it may have been removed since. */
  @Column({ type: 'uuid', nullable: true })
  auditId!: string | null;

  @Column({ type: 'text', nullable: true })
  auditStep!: AuditStep | null;

  /** Whether the step was taken back. */
  @Column({ type: 'boolean', nullable: true })
  auditStepUndone!: boolean | null;

  /** What altered the audit, if it was no step. */
  @Column({ type: 'text', nullable: true })
  auditEvent!: OtherAuditEvent | null;
}
