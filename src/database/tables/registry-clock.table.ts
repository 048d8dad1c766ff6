import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: the shift of the registry's time from the primary's clock. Read it by the SQL functions `registry_now()` and `registry_today()`. */
@Entity('registry_clock')
@Check('registry_clock_is_one', 'id')
export class RegistryClockRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  id!: boolean;

  @Column({ type: 'bigint', default: 0 })
  shiftSeconds!: string;

  /** Whether the database was created as a sandbox, whose time can be moved forward. */
  @Column({ type: 'boolean', default: false })
  sandbox!: boolean;

  /** The day to which the time of a sandbox is being moved; null if it is not. */
  @Column({ type: 'date', nullable: true })
  advancingTo!: string | null;
}
