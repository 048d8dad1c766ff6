import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a caller has taken from its budgets on all nodes and what was not refilled at an instant, and how fast it is refilled since. */
@Entity('caller_budget')
export class CallerBudgetRow {
  /** SHA-256 of who it is: no address is stored. */
  @PrimaryColumn({ type: 'bytea' })
  caller!: Buffer;

  /** Of the primary's clock. */
  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'double precision' })
  points!: number;

  @Column({ type: 'double precision' })
  lookUps!: number;

  @Column({ type: 'double precision' })
  misses!: number;

  @Column({ type: 'double precision' })
  pointsPerSecond!: number;

  @Column({ type: 'double precision' })
  lookUpsPerSecond!: number;
}
