import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a key used something of the schema that is deprecated. */
@Entity('deprecated_use')
export class DeprecatedUseRow {
  /** The id of the key; empty for all callers without one. */
  @PrimaryColumn({ type: 'text' })
  keyId!: string;

  /** Where, as a schema coordinate: `Type.field`, `Type.field(argument:)`, `Input.field`, `ENUM.VALUE`. */
  @PrimaryColumn({ type: 'text' })
  coordinate!: string;

  /** Operations that named it. */
  @Column({ type: 'bigint' })
  uses!: string;

  @Column({ type: 'timestamptz' })
  firstUsedAt!: Date;

  @Column({ type: 'timestamptz' })
  lastUsedAt!: Date;
}
