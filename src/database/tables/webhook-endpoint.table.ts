import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Scope } from './api-key.table.ts';

/** Why nothing is sent to an endpoint. */
export type PauseReason = 'BY_OWNER' | 'RECEIVER_GONE' | 'RECEIVER_FAILED' | 'NO_VALID_KEY' | 'SELECTION_INVALID';

/** Where changes are sent. It belongs to the holder, scope and organization of the key that made it, and sees what that key's callers may see. */
@Entity('webhook_endpoint')
@Index('webhook_endpoint_owner_idx', { synchronize: false })
@Check('webhook_endpoint_scope_known', `scope in ('buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin')`)
@Check(
  'webhook_endpoint_pause_reason_known',
  `pause_reason in ('BY_OWNER', 'RECEIVER_GONE', 'RECEIVER_FAILED', 'NO_VALID_KEY', 'SELECTION_INVALID')`,
)
@Check('webhook_endpoint_organization_bound', `(scope = 'organization') = (organization_id is not null)`)
@Check('webhook_endpoint_secret_until_deleted', '(deleted_at is null) = (secret is not null)')
@Check('webhook_endpoint_overlap_ends', '(previous_secret is null) = (previous_valid_until is null)')
@Check('webhook_endpoint_paused_for_a_reason', '(paused_at is null) = (pause_reason is null)')
@Check('webhook_endpoint_failing_since_an_attempt', '(failed_attempts = 0) = (failing_since is null)')
export class WebhookEndpointRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  scope!: Scope;

  @Column({ type: 'text' })
  holder!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'text' })
  url!: string;

  /** The filter as it was given; null means every change. */
  @Column({ type: 'json', nullable: true })
  filter!: object | null;

  /** Which fields of each change are sent, as it was given; null means the usual ones. */
  @Column({ type: 'text', nullable: true })
  selection!: string | null;

  /** The secret that signs every message; null once the endpoint is deleted. */
  @Column({ type: 'bytea', nullable: true })
  secret!: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  previousSecret!: Buffer | null;

  /** From this instant on the secret before the last rotation no longer signs. */
  @Column({ type: 'timestamptz', nullable: true })
  previousValidUntil!: Date | null;

  /** Position in the feed up to which its changes were delivered. */
  @Column({ type: 'bigint' })
  position!: string;

  /** Failed attempts at the next message. */
  @Column({ type: 'integer', default: 0 })
  failedAttempts!: number;

  /** When the first of them was made. */
  @Column({ type: 'timestamptz', nullable: true })
  failingSince!: Date | null;

  /** After a failed attempt: when the next is due. */
  @Column({ type: 'timestamptz', nullable: true })
  nextAttemptAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  pausedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  pauseReason!: PauseReason | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'text' })
  createdBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  /** Incremented when its owner changes it, not by deliveries. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
