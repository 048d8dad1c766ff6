import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ExternalAuditorRow } from './external-auditor.table.ts';

/** A row of the history or of the log from which the name of an external auditor was erased. Append-only. */
@Entity('erasure')
@Index('erasure_auditor_idx', ['auditorId'])
export class ErasureRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** The table of the fact, or `audit_log`. */
  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  rowId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid' })
  auditorId!: string;

  @ManyToOne(() => ExternalAuditorRow)
  @JoinColumn({ name: 'auditor_id' })
  auditor?: ExternalAuditorRow;

  @Column({ type: 'bigint' })
  recordingId!: string;
}
