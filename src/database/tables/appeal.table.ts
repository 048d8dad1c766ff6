import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { AppealLevel, AppealOutcome } from '../../rules/cycle/appeal.ts';
import { AccountRow } from './account.table.ts';
import { AuditRow } from './audit.table.ts';

/** An appeal against the result of an audit (guideline 7); an audit's result is appealed once. */
@Entity('appeal')
@Unique('appeal_audit_key', ['auditId'])
@Check('appeal_agreement_dated', '(agreed_on is null) = (agreement is null)')
export class AppealRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'uuid' })
  auditId!: string;

  @OneToOne(() => AuditRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  /** Why the organization thinks that the result is wrong. */
  @Column({ type: 'text' })
  grounds!: string;

  /** Day on which both parties signed the agreement on the form (G-7.c). */
  @Column({ type: 'date', nullable: true })
  agreedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  agreement!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** One level of an appeal: filed, acknowledged, decided. */
@Entity('appeal_level')
@Unique('appeal_level_once', ['appealId', 'level'])
@Check('appeal_level_known', 'level between 1 and 3')
@Check('appeal_level_outcome_known', `outcome in ('DENIED', 'ALLOWED')`)
@Check('appeal_level_filed', '(level = 3) = (filed_on is null)')
@Check('appeal_level_decided', '(decided_on is null) = (outcome is null) and (decided_on is null) = (decision is null)')
@Check('appeal_level_days_in_order', 'acknowledged_on >= filed_on and decided_on >= filed_on')
export class AppealLevelRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  appealId!: string;

  @ManyToOne(() => AppealRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'appeal_id' })
  appeal?: AppealRow;

  @Column({ type: 'smallint' })
  level!: AppealLevel;

  @Column({ type: 'date', nullable: true })
  filedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  acknowledgedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  decidedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  outcome!: AppealOutcome | null;

  /** The decision in words, as the form has it. */
  @Column({ type: 'text', nullable: true })
  decision!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
