import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { SpotCheckEventKind } from '../../rules/facts.ts';
import { SpotCheckRow } from './spot-check.table.ts';

/** An event after a spot check that required corrective action (G-4.4.b, R-15). */
@Entity('spot_check_event')
@Unique('spot_check_event_once', ['spotCheckId', 'occurredOn', 'kind'])
@Check(
  'spot_check_event_kind_known',
  `kind in ('PLAN_SUBMITTED', 'IMPLEMENTATION_REPORTED', 'FOUND_NOT_IMPLEMENTED', 'VALIDATED', 'FEE_CHARGED', 'FEE_PAID')`,
)
export class SpotCheckEventRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  spotCheckId!: string;

  @ManyToOne(() => SpotCheckRow)
  @JoinColumn({ name: 'spot_check_id' })
  spotCheck?: SpotCheckRow;

  @Column({ type: 'date' })
  occurredOn!: Day;

  @Column({ type: 'text' })
  kind!: SpotCheckEventKind;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
