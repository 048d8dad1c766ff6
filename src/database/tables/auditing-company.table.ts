import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A company that external auditors work for (G-3.4.a). */
@Entity('auditing_company')
@Unique(['reference'])
export class AuditingCompanyRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
