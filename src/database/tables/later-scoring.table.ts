import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AuditRow } from './audit.table.ts';

/** The scores of an audit after a correction, with their day; the first scores stay with the audit (G-2.4.k). */
@Entity('later_scoring')
@Unique('later_scoring_once', ['auditId', 'scoredOn'])
@Check('later_scoring_overall_is_percent', 'overall between 0 and 100')
@Check('later_scoring_legislated_is_percent', 'legislated between 0 and 100')
@Check('later_scoring_elements_are_percent', '0 <= all (elements) and 100 >= all (elements)')
export class LaterScoringRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditId!: string;

  @ManyToOne(() => AuditRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  @Column({ type: 'date' })
  scoredOn!: Day;

  @Column({ type: 'numeric', precision: 5, scale: 2 })
  overall!: string;

  @Column({ type: 'numeric', precision: 5, scale: 2 })
  legislated!: string;

  /** Scores of the elements, in order. */
  @Column({ type: 'numeric', precision: 5, scale: 2, array: true })
  elements!: string[];

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
