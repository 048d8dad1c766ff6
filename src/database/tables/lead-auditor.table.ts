import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { AuditRow } from './audit.table.ts';
import { ExternalAuditorRow } from './external-auditor.table.ts';

/** Who led an external audit, as SOSE asks about it. */
@Entity('lead_auditor')
@Unique('lead_auditor_audit_key', ['auditId'])
export class LeadAuditorRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditId!: string;

  @ManyToOne(() => AuditRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  @Index()
  @Column({ type: 'uuid' })
  auditorId!: string;

  @ManyToOne(() => ExternalAuditorRow)
  @JoinColumn({ name: 'auditor_id' })
  auditor?: ExternalAuditorRow;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
