import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The kinds of proof documents that have a number. */
export type DocumentKind =
  | 'CONFIRMATION_OF_REGISTRATION'
  | 'CERTIFICATE'
  | 'LETTER_OF_GOOD_STANDING'
  | 'BIDDING_DOCUMENT'
  | 'LETTER_OF_EQUIVALENCY'
  | 'LETTER_OF_INTENT'
  | 'CONFIRMATION_OF_COR';

/** The single namespace of all document numbers: no two documents of any kind have the same number. */
@Entity('document_number')
@Check(
  'document_number_kind_known',
  `kind in ('CONFIRMATION_OF_REGISTRATION', 'CERTIFICATE', 'LETTER_OF_GOOD_STANDING', 'BIDDING_DOCUMENT', 'LETTER_OF_EQUIVALENCY', 'LETTER_OF_INTENT', 'CONFIRMATION_OF_COR')`,
)
export class DocumentNumberRow {
  @PrimaryColumn({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  kind!: DocumentKind;
}
