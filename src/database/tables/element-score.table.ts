import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { AuditRow } from './audit.table.ts';

/** The score of one element of an audit, in per cent with two decimals (G-2.3). */
@Entity('element_score')
@Unique('element_score_once', ['auditId', 'element'])
@Check('element_score_element_positive', 'element between 1 and 19')
@Check('element_score_is_percent', 'score between 0 and 100')
export class ElementScoreRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditId!: string;

  @ManyToOne(() => AuditRow)
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  /** Number of the element in its tool, from 1. */
  @Column({ type: 'smallint' })
  element!: number;

  @Column({ type: 'numeric', precision: 5, scale: 2 })
  score!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
