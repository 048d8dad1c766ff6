import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A fact before it was replaced; written by a trigger, append-only. */
@Entity('fact_history')
@Index('fact_history_fact_idx', ['factId', 'version'])
@Index('fact_history_number_idx', { synchronize: false })
@Index('fact_history_wsib_account_idx', { synchronize: false })
@Index('fact_history_auditor_idx', { synchronize: false })
export class FactHistoryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** The table of the fact. */
  @Column({ type: 'text' })
  fact!: string;

  @Column({ type: 'uuid' })
  factId!: string;

  /** The version that was replaced. */
  @Column({ type: 'integer' })
  version!: number;

  /** The whole row, by column name. */
  @Column({ type: 'jsonb' })
  was!: Record<string, unknown>;

  @Column({ type: 'timestamptz', default: () => 'registry_now()' })
  replacedAt!: Date;

  /** Null if it was changed by hand, outside a unit of work. */
  @Column({ type: 'bigint', nullable: true })
  recordingId!: string | null;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
