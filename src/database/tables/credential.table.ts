import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A credential that was issued for a document: its place in a status list, drawn at random. */
@Entity('credential')
@Index('credential_number_idx', ['number'])
@Check('credential_index_in_list', 'list > 0 and index >= 0 and index < 131072')
export class CredentialRow {
  @PrimaryColumn({ type: 'integer' })
  list!: number;

  @PrimaryColumn({ type: 'integer' })
  index!: number;

  /** Number of the document, as stored. */
  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  issuedAt!: Date;

  @Column({ type: 'text' })
  issuedBy!: string;
}
