import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Standard } from '../../rules/facts.ts';
import type { Basis, Standing } from '../../rules/standing/standing.ts';

/** The content of a period, current or replaced. Documents are repeated here so that an answer needs no join. */
abstract class PeriodColumns {
  /** Day after the last; null means for good. It repeats the next period's start: only starts decide. */
  @Column({ type: 'date', nullable: true })
  validTo!: Day | null;

  @Column({ type: 'text' })
  standing!: Standing;

  @Column({ type: 'text', nullable: true })
  standard!: Standard | null;

  @Column({ type: 'text', nullable: true })
  basis!: Basis | null;

  @Column({ type: 'uuid', nullable: true })
  certificateId!: string | null;

  @Column({ type: 'text', nullable: true })
  certificateNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  certificateIssuedOn!: Day | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;

  @Column({ type: 'smallint', nullable: true })
  letterYear!: 1 | 2 | 3 | null;

  @Column({ type: 'date', nullable: true })
  letterIssuedOn!: Day | null;

  @Column({ type: 'uuid', nullable: true })
  biddingDocumentId!: string | null;

  @Column({ type: 'text', nullable: true })
  biddingDocumentNumber!: string | null;

  @Column({ type: 'date', nullable: true })
  biddingDocumentIssuedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  biddingDocumentLastDay!: Day | null;

  /** First day of the run of equal standing; may be the first day of all timelines. */
  @Column({ type: 'date' })
  since!: Day;

  /** First day of the next different standing. */
  @Column({ type: 'date', nullable: true })
  holdsUntil!: Day | null;

  @Column({ type: 'text', nullable: true })
  nextStanding!: Standing | null;

  /** Compact JSON, encoded and decoded by standing/reasons.ts. */
  @Column({ type: 'text' })
  reasons!: string;

  @Column({ type: 'bigint' })
  recordingId!: string;
}

/** The timeline of each account as it is known now, one row a period. */
@Entity('standing_period')
@Check('standing_period_days_in_order', 'valid_to > valid_from')
@Index('standing_period_run_idx', { synchronize: false })
@Index('standing_period_other_basis_idx', { synchronize: false })
export class StandingPeriodRow extends PeriodColumns {
  @PrimaryColumn({ type: 'uuid' })
  accountId!: string;

  @PrimaryColumn({ type: 'date' })
  validFrom!: Day;
}

/** Timelines that are no longer current, each with the recording that replaced it; append-only. */
@Entity('standing_period_history')
@Index('standing_period_history_account_idx', ['accountId', 'validFrom'])
export class StandingPeriodHistoryRow extends PeriodColumns {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'uuid' })
  accountId!: string;

  @Column({ type: 'date' })
  validFrom!: Day;

  @Column({ type: 'bigint' })
  endedByRecordingId!: string;
}
