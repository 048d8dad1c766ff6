import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row, once something was loaded: whether this database holds invented firms or real ones, which never mix. */
@Entity('registry')
@Check('registry_is_one', 'id')
@Check('registry_kind_known', `kind in ('DEMO', 'REAL')`)
export class RegistryRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  id!: boolean;

  @Column({ type: 'text' })
  kind!: 'DEMO' | 'REAL';
}
