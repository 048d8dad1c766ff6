import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';

/** A public list as it was made. */
@Entity('public_list')
export class PublicListRow {
  /** Its day; a further one of the same day has a number behind it. */
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'date' })
  day!: Day;

  /** What its signature covers, as JSON. */
  @Column({ type: 'text' })
  manifest!: string;

  /** A JSON Web Signature in its compact form; null if no key was configured. */
  @Column({ type: 'text', nullable: true })
  signed!: string | null;
}

/** A part of a file of a public list. */
@Entity('public_list_part')
@Check('public_list_part_form_known', `form in ('jsonl', 'csv')`)
export class PublicListPartRow {
  @PrimaryColumn({ type: 'text' })
  list!: string;

  @ManyToOne(() => PublicListRow, { onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'list', foreignKeyConstraintName: 'public_list_part_of_a_list' })
  ofList?: PublicListRow;

  @PrimaryColumn({ type: 'text' })
  form!: 'jsonl' | 'csv';

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'bytea' })
  bytes!: Buffer;
}
