import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { RequestDocumentKind } from '../../rules/equivalency/facts.ts';
import { EquivalencyRequestRow } from './equivalency-request.table.ts';
import { kindKnown } from './request-document.table.ts';

/** Permission to send one file of one kind for one request, once, for any caller who has the token. */
@Entity('upload')
@Unique(['tokenHash'])
@Check('upload_kind_known', kindKnown)
export class UploadRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** SHA-256 of the token. */
  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Index()
  @Column({ type: 'uuid' })
  requestId!: string;

  @ManyToOne(() => EquivalencyRequestRow)
  @JoinColumn({ name: 'request_id' })
  request?: EquivalencyRequestRow;

  @Column({ type: 'text' })
  kind!: RequestDocumentKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  askedAt!: Date;

  @Column({ type: 'text' })
  askedBy!: string;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  /** When a file was accepted for it. */
  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
