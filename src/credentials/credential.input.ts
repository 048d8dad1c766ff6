import { Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { documentNumberForm } from '../identifiers/document-number.ts';
import { CreatingInput } from '../mutations/mutation.input.ts';

@InputType({ description: 'A credential of a document to issue.' })
export class IssueCredentialInput extends CreatingInput {
  @Field(() => String, { description: 'The number of the document, as `proof` takes it.' })
  @Matches(documentNumberForm, { message: 'must be the number of a document: 1 to 64 characters on one line' })
  number!: string;
}
