import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Route } from '../../rules/tender/requirement.ts';
import type { Owner } from '../../rules/tender/warning.ts';
import type { Scope } from './api-key.table.ts';

/** A requirement of tenders under a name. It belongs to the holder, scope and organization of the key that kept it. */
@Entity('kept_requirement')
@Index('kept_requirement_owner_idx', { synchronize: false })
@Check('kept_requirement_owner_known', `owner in ('GOVERNMENT', 'PUBLIC_SECTOR', 'PRIVATE', 'NOT_GIVEN')`)
@Check('kept_requirement_named', `name ~ '\\S'`)
@Check('kept_requirement_has_routes', 'cardinality(routes) > 0')
export class KeptRequirementRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  scope!: Scope;

  @Column({ type: 'text' })
  holder!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  /** The routes accepted, the likeliest first. */
  @Column({ type: 'text', array: true })
  routes!: Route[];

  @Column({ type: 'boolean' })
  isPendingAccepted!: boolean;

  /** Last day of the contract, included. */
  @Column({ type: 'date', nullable: true })
  contractTo!: Day | null;

  /** Who issues the tender. */
  @Column({ type: 'text' })
  owner!: Owner;

  @Column({ type: 'boolean' })
  isForConstruction!: boolean;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'text' })
  createdBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
