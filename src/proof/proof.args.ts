import { IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ExactlyOneOf } from '../contract/exactly-one-of.ts';
import { LocalDate } from '../contract/scalars.ts';
import { documentNumberForm } from '../identifiers/document-number.ts';
import type { Day } from '../rules/calendar.ts';

@InputType({ description: 'What you hold besides the number, to compare it with the record. Give exactly one field.' })
@ExactlyOneOf('name', 'wsibAccount', 'code')
export class ProofHolder {
  @Field(() => String, { nullable: true, description: 'The name of the firm as it stands on the document.' })
  @IsString()
  @MaxLength(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'The WSIB account number of the firm. Spaces and hyphens do not matter.' })
  @IsString()
  @MaxLength(100)
  wsibAccount?: string;

  @Field(() => String, { nullable: true, description: 'The eight-character code printed beside the number, also in the QR code.' })
  @IsString()
  @MaxLength(40)
  code?: string;
}

@ArgsType()
export class ProofArgs {
  @Field(() => String, {
    description:
      'The number printed on the document. For numbers of the form COR-2026-7K3M9QX2TB capitals, spaces and hyphens do not matter, and O may stand for 0, I and L for 1; of others letters may be small for capitals, O, I and L may stand for digits among digits, and spaces for hyphens. Kinds of hyphens and spaces, full-width characters, what stands around the number (`Certificate no. …`), and invisible characters that come along from a PDF file, never matter.',
  })
  @Matches(documentNumberForm, { message: 'must be the number of a document: 1 to 64 characters on one line' })
  number!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day asked about: a past day, or a future one as a forecast. Default: today in Toronto.',
  })
  on: Day | null = null;

  @Field(() => ProofHolder, {
    nullable: true,
    description: 'What you hold besides the number. It is compared with the record, and names the firm if the number can be guessed.',
  })
  @ValidateNested()
  holder: ProofHolder | null = null;
}
