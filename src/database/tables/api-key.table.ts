import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a key may do (G-8.b, R-37). */
export type Scope = 'buyer' | 'sose' | 'wsib' | 'ministry' | 'association' | 'organization' | 'staff' | 'admin';

/** An API key. Its secret is shown once and stored as a SHA-256 hash. After a rotation the previous secret works until the overlap ends. */
@Entity('api_key')
@Check('api_key_scope_known', `scope in ('buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin')`)
@Check('api_key_organization_bound', `(scope = 'organization') = (organization_id is not null)`)
@Check('api_key_holder_named', `holder ~ '\\S' and upper(holder) <> 'ANY_BUYER'`)
@Check('api_key_overlap_ends', '(previous_secret_hash is null) = (previous_valid_until is null)')
export class ApiKeyRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'bytea' })
  secretHash!: Buffer;

  @Column({ type: 'text' })
  scope!: Scope;

  @Column({ type: 'text' })
  holder!: string;

  /** Whose file an organization's key opens; null for every other scope. */
  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'bytea', nullable: true })
  previousSecretHash!: Buffer | null;

  /** From this instant on the secret before the last rotation is refused. */
  @Column({ type: 'timestamptz', nullable: true })
  previousValidUntil!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
