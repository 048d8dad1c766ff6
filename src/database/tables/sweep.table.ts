import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';

/** One row, once passing days have been processed: the last day whose changes were recorded. */
@Entity('sweep')
@Check('sweep_is_one', 'id')
export class SweepRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  id!: boolean;

  @Column({ type: 'date' })
  sweptThrough!: Day;

  /** A day is recorded once in each series; a repair of days that were recorded too early begins the next series. */
  @Column({ type: 'smallint', default: 0 })
  series!: number;
}
