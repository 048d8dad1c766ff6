import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';

/** A row that is waiting for its link. */
@Entity('chain_pending')
export class ChainPendingRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** The table it is in. */
  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  rowId!: string;

  /** For a fact its version; for any other row 1. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  notedAt!: Date;
}

/** The columns that a digest of a table covers, in one of the forms that the table had. */
@Entity('chain_form')
export class ChainFormRow {
  @PrimaryColumn({ type: 'text' })
  source!: string;

  @PrimaryColumn({ type: 'smallint' })
  form!: number;

  /** In the order of their bytes; an instant as `recorded_at:instant`. */
  @Column({ type: 'text', array: true })
  columns!: string[];

  /** Columns that may hold personal data: they enter the digest under a salt. */
  @Column({ type: 'text', array: true })
  personal!: string[];
}

/** One row of the log, the feed, or the facts' history, in the order in which the sequencer saw them. */
@Entity('chain_link')
export class ChainLinkRow {
  /** From 1, without a gap. */
  @PrimaryColumn({ type: 'bigint' })
  position!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  rowId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'smallint' })
  form!: number;

  /** SHA-256 of the row. */
  @Column({ type: 'bytea' })
  digest!: Buffer;

  /** SHA-256 of the salt and the personal data; null if the row has none. */
  @Column({ type: 'bytea', nullable: true })
  personal!: Buffer | null;

  /** SHA-256 of the previous head and this link: it covers everything up to here. */
  @Column({ type: 'bytea' })
  head!: Buffer;
}

/** The salt of a link's personal data; it is erased with them. */
@Entity('chain_salt')
export class ChainSaltRow {
  @PrimaryColumn({ type: 'bigint' })
  position!: string;

  @Column({ type: 'bytea' })
  salt!: Buffer;
}

/** The published head of a day. */
@Entity('chain_head')
export class ChainHeadRow {
  @PrimaryColumn({ type: 'date' })
  day!: Day;

  @Column({ type: 'bigint' })
  position!: string;

  @Column({ type: 'bytea' })
  head!: Buffer;

  @Column({ type: 'timestamptz' })
  publishedAt!: Date;

  /** A JSON Web Signature in its compact form; null if no key was configured. */
  @Column({ type: 'text', nullable: true })
  signed!: string | null;
}
