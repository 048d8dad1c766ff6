import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';

/** A firm. It may hold several accounts; only accounts are certified (G-1.2.b). */
@Entity('organization')
@Unique(['reference'])
@Index('organization_business_number_idx', { synchronize: false })
@Index('organization_name_idx', { synchronize: false })
@Index('organization_city_idx', { synchronize: false })
@Index('organization_search_idx', { synchronize: false })
@Index('organization_former_names_idx', { synchronize: false })
@Index('organization_merged_into_idx', { synchronize: false })
@Check('organization_merged_into_another', 'merged_into_id <> id')
export class OrganizationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** Its key in the import's source. */
  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  legalName!: string;

  @Column({ type: 'text', nullable: true })
  operatingName!: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  formerNames!: string[];

  @Column({ type: 'text', nullable: true })
  businessNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  city!: string | null;

  /** The organization it was merged into because both were the same firm: its accounts belong to that one, and its id resolves to it. */
  @Column({ type: 'uuid', nullable: true })
  mergedIntoId!: string | null;

  @ManyToOne(() => OrganizationRow)
  @JoinColumn({ name: 'merged_into_id' })
  mergedInto?: OrganizationRow | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
