import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A calendar of an organization's obligations. Its address holds a secret, which is shown once and stored as a SHA-256 hash. */
@Entity('calendar_feed')
@Unique('calendar_feed_secret', ['secretHash'])
@Index('calendar_feed_owner_idx', ['organizationId'])
@Check('calendar_feed_named', `name ~ '\\S'`)
@Check('calendar_feed_locale_known', `locale in ('en', 'fr')`)
export class CalendarFeedRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** Who made it: it is read with the rights that this holder's keys have at that moment. */
  @Column({ type: 'text' })
  holder!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  locale!: 'en' | 'fr';

  @Column({ type: 'bytea' })
  secretHash!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'text' })
  createdBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
