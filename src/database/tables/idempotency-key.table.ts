import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer to a request that may be sent again: the same key, from the same actor for the same operation, has one effect. */
@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @PrimaryColumn({ type: 'text' })
  actor!: string;

  @PrimaryColumn({ type: 'text' })
  operation!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  /** SHA-256 of the input, by which another request under the same key is told. */
  @Column({ type: 'bytea' })
  fingerprint!: Buffer;

  /** Null only while the request is under way. */
  @Column({ type: 'json', nullable: true })
  answer!: Record<string, unknown> | null;

  @Index()
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
