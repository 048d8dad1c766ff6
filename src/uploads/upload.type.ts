import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { RequestDocumentKind } from '../equivalency/request-enums.type.ts';

@ObjectType({ description: 'Permission to upload one document: PUT its bytes to the path.' })
export class Upload {
  @Field(() => String, {
    description:
      'Path to PUT the bytes to, once. Anyone who has the path can use it without an API key, so keep it secret. The answer is JSON: ' +
      'the document as received, or errors in the form of the API.',
  })
  path!: string;

  @Field(() => RequestDocumentKind, { description: 'What the document is.' })
  kind!: RequestDocumentKind;

  @Field(() => DateTime, { description: 'The path expires at this instant.' })
  expiresAt!: Instant;

  @Field(() => Int, { description: 'Its maximum size in bytes.' })
  mostBytes!: number;

  @Field(() => [String], {
    description:
      'The accepted media types. The type of a file is determined from its content; a `content-type` that does not match is refused.',
  })
  mediaTypes!: string[];
}
