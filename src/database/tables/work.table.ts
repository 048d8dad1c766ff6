import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** An open obligation of IHSA, as the law computed it. */
@Entity('work_item')
export class WorkItemRow {
  @PrimaryColumn({ type: 'uuid' })
  accountId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'date', nullable: true })
  opensOn!: Day | null;

  @Index('work_item_due_idx')
  @Column({ type: 'date', nullable: true })
  dueOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  lastDay!: Day | null;

  /** Whose turn it is, its clauses, and its sentence with its values. */
  @Column({ type: 'json' })
  obligation!: object;
}

/** An account whose items are to be computed anew; null for every account. */
@Entity('work_mark')
export class WorkMarkRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  accountId!: string | null;
}

/** The last day for which the items of every account were computed. */
@Entity('work_day')
@Check('work_day_is_one', 'id')
export class WorkDayRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  id!: boolean;

  @Column({ type: 'date' })
  day!: Day;
}

/** Who looks after an item of the queue. */
@Entity('work_assignment')
export class WorkAssignmentRow {
  @PrimaryColumn({ type: 'uuid' })
  item!: string;

  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text', nullable: true })
  assignee!: string | null;

  @Column({ type: 'text' })
  assignedBy!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  assignedAt!: Date;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
