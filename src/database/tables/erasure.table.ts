import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ExternalAuditorRow } from './external-auditor.table.ts';
import { PersonRow } from './person.table.ts';

/** A row of the history or of the log from which the name of an external auditor or of a person was erased. Append-only. */
@Entity('erasure')
@Index('erasure_auditor_idx', ['auditorId'])
@Index('erasure_person_idx', ['personId'], { where: 'person_id is not null' })
@Check('erasure_of_one', 'num_nonnulls(auditor_id, person_id) = 1')
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

  @Column({ type: 'uuid', nullable: true })
  auditorId!: string | null;

  @ManyToOne(() => ExternalAuditorRow)
  @JoinColumn({ name: 'auditor_id' })
  auditor?: ExternalAuditorRow;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => PersonRow)
  @JoinColumn({ name: 'person_id' })
  person?: PersonRow;

  @Column({ type: 'bigint' })
  recordingId!: string;
}
