import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { WatchingScope } from './watch-list.table.ts';

/** Why a digest ended: by its owner or its reader, since its address was not confirmed in time, or since its watch list was deleted. */
export type DigestEnd = 'OWNER' | 'READER' | 'NOT_CONFIRMED' | 'LIST_DELETED';

/** A daily e-mail to one address. It belongs to the holder, scope and organization of the key that made it. */
@Entity('email_digest')
@Index('email_digest_owner_idx', { synchronize: false })
@Index('email_digest_address_idx', ['addressHash'])
@Unique('email_digest_confirm_secret', ['confirmHash'])
@Unique('email_digest_unsubscribe_secret', ['unsubscribeSecret'])
@Check('email_digest_scope_known', `scope in ('buyer', 'wsib', 'organization', 'staff', 'admin')`)
@Check('email_digest_locale_known', `locale in ('en', 'fr')`)
@Check('email_digest_end_reason_known', `end_reason in ('OWNER', 'READER', 'NOT_CONFIRMED', 'LIST_DELETED')`)
@Check('email_digest_organization_bound', `(scope = 'organization') = (organization_id is not null)`)
@Check('email_digest_of_something', `scope = 'organization' or watch_list_id is not null`)
@Check('email_digest_address_until_ended', '(ended_at is null) = (address is not null)')
@Check('email_digest_ended_for_a_reason', '(ended_at is null) = (end_reason is null)')
export class EmailDigestRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  scope!: WatchingScope;

  @Column({ type: 'text' })
  holder!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  /** The watch list it is about; null for what the organization has to do. */
  @Column({ type: 'uuid', nullable: true })
  watchListId!: string | null;

  /** Erased when the digest ends. */
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  /** Keeps count of the confirmations that one address was asked for, after the address itself was erased. */
  @Column({ type: 'bytea' })
  addressHash!: Buffer;

  @Column({ type: 'text' })
  locale!: 'en' | 'fr';

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'text' })
  createdBy!: string;

  /** When the address was asked to confirm. */
  @Column({ type: 'timestamptz', nullable: true })
  askedAt!: Date | null;

  /** SHA-256 of the secret in the address that confirms; null before it is sent and once it was used. */
  @Column({ type: 'bytea', nullable: true })
  confirmHash!: Buffer | null;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  /** Stands in every message, so it is kept as it is; all that it can do is end the digest. */
  @Column({ type: 'bytea' })
  unsubscribeSecret!: Buffer;

  /** Position in the feed up to which the changes of the watch list were mailed. */
  @Column({ type: 'bigint', default: 0 })
  position!: string;

  /** Digest of what the last message counted: the same is not sent twice. */
  @Column({ type: 'text', nullable: true })
  told!: string | null;

  /** The day of the last message. */
  @Column({ type: 'date', nullable: true })
  toldOn!: Day | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  endReason!: DigestEnd | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
