import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { ExternalAuditorRow } from './external-auditor.table.ts';

/** IHSA's annual evaluation of an external auditor (G-4.3). */
@Entity('auditor_evaluation')
@Unique('auditor_evaluation_once', ['auditorId', 'evaluatedOn'])
export class AuditorEvaluationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditorId!: string;

  @ManyToOne(() => ExternalAuditorRow)
  @JoinColumn({ name: 'auditor_id' })
  auditor?: ExternalAuditorRow;

  @Column({ type: 'date' })
  evaluatedOn!: Day;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
