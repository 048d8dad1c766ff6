import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { EquivalencyRequestRow } from './equivalency-request.table.ts';

/** IHSA has asked for documents, and the clock is stopped `[from, to)` (G-6.1.c, R-19). */
@Entity('request_wait')
@Index('request_wait_one_at_a_time', ['requestId'], { unique: true, where: 'to_day is null' })
@Check('request_wait_days_in_order', 'to_day >= from_day')
export class RequestWaitRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  requestId!: string;

  @ManyToOne(() => EquivalencyRequestRow)
  @JoinColumn({ name: 'request_id' })
  request?: EquivalencyRequestRow;

  @Column({ type: 'date' })
  fromDay!: Day;

  /** The day on which the documents arrived; null while IHSA is waiting. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  @Column({ type: 'text' })
  askedFor!: string;

  @Column({ type: 'text' })
  askedBy!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
