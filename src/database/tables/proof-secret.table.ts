import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret of the codes that are printed on documents. Codes are on paper, so it never changes. */
@Entity('proof_secret')
@Check('proof_secret_is_one', 'id')
export class ProofSecretRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  id!: boolean;

  @Column({ type: 'bytea' })
  secret!: Buffer;
}
