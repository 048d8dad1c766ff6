import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Role } from '../../rules/cycle/people.ts';
import { AccountRow } from './account.table.ts';
import { PersonRow } from './person.table.ts';

/** A person's role at an account (G-1.2.c, G-2.2.a, G-3.2.a). */
@Entity('designation')
@Index('designation_one_at_a_time', { synchronize: false })
@Check('designation_role_known', `role in ('SENIOR_MANAGEMENT_REPRESENTATIVE', 'INTERNAL_AUDITOR')`)
@Check('designation_days_in_order', 'to_day >= from_day')
export class DesignationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => PersonRow)
  @JoinColumn({ name: 'person_id' })
  person?: PersonRow;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'date' })
  fromDay!: Day;

  /** Last day of the role; null while it lasts. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  @Column({ type: 'boolean' })
  isPermanentFullTime!: boolean;

  /** Day on which the person signed the code of ethics (G-4.5). */
  @Column({ type: 'date', nullable: true })
  codeSignedOn!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
