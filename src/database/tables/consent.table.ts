import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** What a consent lets its recipient know. */
export type ConsentScope = 'REGISTERED_STATUS' | 'AUDIT_FACTS';

/** PERMISSION: written permission of the organization. SOSE_APPLICATION: an application that it made through the SOSE portal. */
export type ConsentKind = 'PERMISSION' | 'SOSE_APPLICATION';

/** The recipient of a consent that names no holder of a key. No holder may have this name. */
export const ANY_BUYER = 'ANY_BUYER';

/** Express written permission to tell others what is not public (G-8.b, R-28). Append-only, but for its withdrawal. */
@Entity('consent')
@Index('consent_recipient_idx', ['recipient', 'scope'])
@Index('consent_application_once', ['accountId', 'recipient', 'document'], {
  unique: true,
  where: `kind = 'SOSE_APPLICATION'`,
})
@Check('consent_scope_known', `scope in ('REGISTERED_STATUS', 'AUDIT_FACTS')`)
@Check('consent_kind_known', `kind in ('PERMISSION', 'SOSE_APPLICATION')`)
@Check('consent_days_in_order', 'to_day >= from_day')
@Check('consent_application_is_about_audits', `kind = 'PERMISSION' or scope = 'AUDIT_FACTS'`)
@Check('consent_withdrawn_by_somebody', '(withdrawn_at is null) = (withdrawn_by is null)')
export class ConsentRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  /** The holder of a key, as its key names it, or ANY_BUYER. */
  @Column({ type: 'text' })
  recipient!: string;

  @Column({ type: 'text' })
  scope!: ConsentScope;

  @Column({ type: 'text' })
  kind!: ConsentKind;

  @Column({ type: 'date' })
  fromDay!: Day;

  /** Last day, that day included; null while it is not withdrawn. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  /** The written permission, or the reference of the application. */
  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  givenAt!: Date;

  @Column({ type: 'text' })
  givenBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  withdrawnBy!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
