import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';

/** One row, once the passing of days was first looked after: the last day of which is told what it brought. */
@Entity('sweep')
@Check('sweep_is_one', 'id')
export class SweepRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  id!: boolean;

  @Column({ type: 'date' })
  sweptThrough!: Day;

  /** A day is told once in a series; a repair of days that were told too early begins the next. */
  @Column({ type: 'smallint', default: 0 })
  series!: number;
}
