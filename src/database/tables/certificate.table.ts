import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { CertificateBasis, Standard } from '../../rules/facts.ts';
import { AccountRow } from './account.table.ts';
import { AuditRow } from './audit.table.ts';

/** A Certificate of Recognition (G-2.4.h) or one by equivalency (G-6); its day of issue is the anniversary. */
@Entity('certificate')
@Unique(['number'])
@Index('certificate_one_of_a_kind_a_day', { synchronize: false })
@Check('certificate_standard_known', `standard in ('COR', 'COR_2020')`)
@Check('certificate_basis_known', `basis in ('EXTERNAL_AUDIT', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY')`)
@Index('certificate_issued_on_idx', { synchronize: false })
@Index('certificate_cor_idx', { synchronize: false })
export class CertificateRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text' })
  standard!: Standard;

  @Column({ type: 'text' })
  basis!: CertificateBasis;

  @Column({ type: 'date' })
  issuedOn!: Day;

  /** The audit it rests on; null if it was imported without one. */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  auditId!: string | null;

  @ManyToOne(() => AuditRow)
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
