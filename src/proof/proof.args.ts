import { Matches } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { documentNumberForm } from '../identifiers/document-number.ts';

@ArgsType()
export class ProofArgs {
  @Field(() => String, {
    description:
      'The number printed on the document. For numbers of the form COR-2026-7K3M9QX2TB capitals, spaces and hyphens do not matter, and O may stand for 0, I and L for 1; of others the letters must be written as printed. Kinds of hyphens and spaces, and invisible characters that come along from a PDF file, never matter.',
  })
  @Matches(documentNumberForm, { message: 'must be the number of a document: 1 to 64 characters on one line' })
  number!: string;
}
