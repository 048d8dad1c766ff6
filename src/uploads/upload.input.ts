import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { RequestDocumentKind } from '../equivalency/request-enums.type.ts';

@InputType({ description: 'A document to send for a request.' })
export class RequestUploadInput {
  @Field(() => ID, { description: 'Global id of the request.' })
  @IsGlobalId('EquivalencyRequest')
  request!: string;

  @Field(() => RequestDocumentKind, {
    description: 'What the document is: one that a request of its kind needs, or FURTHER_DOCUMENTATION.',
  })
  kind!: RequestDocumentKind;

  @Field(() => String, {
    description: 'Your name for the file: 1 to 200 characters on one line. It is only shown next to the document.',
  })
  @Matches(/^(?=.*\S)[^\p{C}]{1,200}$/u, {
    message: 'must be 1 to 200 characters on one line, without control or other invisible characters',
  })
  fileName!: string;
}
