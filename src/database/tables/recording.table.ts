import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One transaction that recorded something: when it became known, who did it and why. */
@Entity('recording')
export class RecordingRow {
  @PrimaryColumn({ type: 'bigint' })
  id!: string;

  @Index()
  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
