import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Standing } from '../../rules/standing.ts';
import type { Period } from '../../rules/timeline.ts';
import { AccountRow } from './account.table.ts';
import { OrganizationRow } from './organization.table.ts';

/** STANDING: the standing of the day of recording is another than before. CORRECTION: that of other days, past or future. */
export type ChangeKind = 'STANDING' | 'CORRECTION';

/** The outbox: a standing that became another. Append-only, but for the position that the sequencer stamps once. */
@Entity('change')
@Unique(['position'])
@Index('change_account_idx', ['accountId', 'id'])
@Index('change_unstamped_idx', { synchronize: false })
@Check('change_kind_known', `kind in ('STANDING', 'CORRECTION')`)
export class ChangeRow {
  /** Not the order in which changes became known: that is `position`. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** Place in the feed, without gaps, in the order of the commits; null until the sequencer has been by. */
  @Column({ type: 'bigint', nullable: true })
  position!: string | null;

  @Column({ type: 'text' })
  kind!: ChangeKind;

  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(() => OrganizationRow)
  @JoinColumn({ name: 'organization_id' })
  organization?: OrganizationRow;

  /** First day of the days on end on which the standing is another: those around the day of recording, or else the first of all. */
  @Column({ type: 'date' })
  effectiveOn!: Day;

  @Column({ type: 'text' })
  beforeStanding!: Standing;

  @Column({ type: 'text' })
  afterStanding!: Standing;

  /** The period that held before, as the mask takes it; null for an account without a timeline. */
  @Column({ type: 'json', nullable: true })
  beforePeriod!: Period | null;

  @Column({ type: 'json' })
  afterPeriod!: Period;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  /** The recording by which it became known; its instant is that of `knownAt`. */
  @Column({ type: 'bigint' })
  recordingId!: string;
}
