import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The stored answer to a mutation: if the same actor repeats the operation with the same key, it takes effect once. */
@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @PrimaryColumn({ type: 'text' })
  actor!: string;

  @PrimaryColumn({ type: 'text' })
  operation!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  /** SHA-256 of the input, which detects another request under the same key. */
  @Column({ type: 'bytea' })
  fingerprint!: Buffer;

  /** Null only while the request is under way. */
  @Column({ type: 'json', nullable: true })
  answer!: Record<string, unknown> | null;

  @Index()
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
