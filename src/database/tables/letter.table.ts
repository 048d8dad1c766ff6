import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AuditRow } from './audit.table.ts';
import { CertificateRow } from './certificate.table.ts';

/** A Letter of Good Standing for year 2 or 3 of a certificate (G-2.4.k); one for year 1 comes only with old files and has no effect. */
@Entity('letter_of_good_standing')
@Unique(['number'])
@Check('letter_of_good_standing_year_known', 'year in (1, 2, 3)')
@Index('letter_of_good_standing_issued_on_idx', { synchronize: false })
export class LetterRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Index()
  @Column({ type: 'uuid' })
  certificateId!: string;

  @ManyToOne(() => CertificateRow)
  @JoinColumn({ name: 'certificate_id' })
  certificate?: CertificateRow;

  @Column({ type: 'smallint' })
  year!: 1 | 2 | 3;

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
