import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';

/** A person with a role or training, without a name: this row is kept for good, and the name is not. */
@Entity('person')
@Unique(['reference'])
@Check('person_erased_later', 'erased_on >= entered_on')
export class PersonRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** The key by which files name the person. */
  // In brackets, as PostgreSQL writes it for a text.
  @Column({ type: 'text', default: () => '(new_id())' })
  reference!: string;

  @Column({ type: 'date' })
  enteredOn!: Day;

  /** Day on which the name was erased; null while it is kept. */
  @Column({ type: 'date', nullable: true })
  erasedOn!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** The name of a person. It is no fact and has no history, so that an erased name is gone. */
@Entity('person_name')
export class PersonNameRow {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @OneToOne(() => PersonRow)
  @JoinColumn({ name: 'person_id' })
  person?: PersonRow;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;
}
