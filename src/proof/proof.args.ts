import { Matches } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class ProofArgs {
  @Field(() => String, {
    description:
      'The number printed on the document. For numbers of the form COR-2026-7K3M9QX2TB capitals, spaces and hyphens do not matter, and O may stand for 0, I and L for 1; others must be written as printed.',
  })
  @Matches(/^\s*(?=\S)[^\p{C}]{1,64}\s*$/u, { message: 'must be the number of a document: 1 to 64 characters on one line' })
  number!: string;
}
