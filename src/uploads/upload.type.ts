import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { RequestDocumentKind } from '../equivalency/request-enums.type.ts';

@ObjectType({ description: 'Leave to send one document: PUT its bytes to the path.' })
export class Upload {
  @Field(() => String, {
    description:
      'Path to PUT the bytes to, once; whoever has it may, without an API key, so keep it to yourself. The answer is JSON: the document as it was taken, or errors as the API gives them.',
  })
  path!: string;

  @Field(() => RequestDocumentKind, { description: 'What the document is.' })
  kind!: RequestDocumentKind;

  @Field(() => DateTime, { description: 'From this instant on the path takes nothing.' })
  expiresAt!: Instant;

  @Field(() => Int, { description: 'The most bytes it may have.' })
  mostBytes!: number;

  @Field(() => [String], {
    description: 'The media types that are taken. What a file is, its bytes decide; a `content-type` that says otherwise is refused.',
  })
  mediaTypes!: string[];
}
