import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';

/** A person who leads external audits, on IHSA's approved list or not: the only register of external auditors. */
@Entity('external_auditor')
@Unique(['reference'])
@Check('external_auditor_removed_for_a_reason', '(removed_on is null) = (removal_reason is null)')
@Check('external_auditor_erased_whole', '(name is null) = (erased_on is not null)')
export class ExternalAuditorRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  /** Null once it was erased. */
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'date', nullable: true })
  erasedOn!: Day | null;

  /** From this day on new work is refused. */
  @Column({ type: 'date', nullable: true })
  removedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  removalReason!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
