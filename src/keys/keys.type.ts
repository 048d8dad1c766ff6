import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { type CallerScope, ScopeEnum } from '../contract/viewer.type.ts';

/** The state of a key, as an enum of the schema. */
export const ApiKeyState = { VALID: 'VALID', EXPIRED: 'EXPIRED', REVOKED: 'REVOKED' } as const;
export type ApiKeyState = keyof typeof ApiKeyState;

registerEnumType(ApiKeyState, {
  name: 'ApiKeyState',
  description: 'The state of an API key.',
  valuesConfig: {
    VALID: { description: 'It is accepted.' },
    EXPIRED: { description: 'It has expired.' },
    REVOKED: { description: 'It was revoked.' },
  },
});

@ObjectType({ description: 'An API key without its secret, of which the registry keeps only a hash.' })
export class ApiKey {
  @Field(() => ID, { description: 'The part of the key between its underscores. It may be shown and logged.' })
  id!: string;

  @Field(() => ScopeEnum, { description: 'What it may see and do.' })
  scope!: CallerScope;

  @Field(() => String, { description: 'The person or body it was given to. A consent names its recipient in this spelling (R-28).' })
  holder!: string;

  @Field(() => ApiKeyState, { description: 'Its state now.' })
  state!: ApiKeyState;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it expires; null for never.' })
  expiresAt!: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null if never.' })
  lastUsedAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the previous secret expires; null if it is no longer valid.',
  })
  oldSecretUntil!: Instant | null;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`.' })
  version!: number;
}

@ObjectType({ description: 'An API key that was just made or rotated, with its text.' })
export class IssuedApiKey {
  @Field(() => ApiKey, { description: 'The key as stored.' })
  apiKey!: ApiKey;

  @Field(() => String, {
    nullable: true,
    description:
      'The key as its holder sends it: `Authorization: Bearer cor_…`. Shown only this once; null if the same request is sent again, ' +
      'since the secret is not stored: then rotate the key.',
  })
  key!: string | null;
}

@ObjectType({ description: 'An API key, with its cursor.' })
export class ApiKeyEdge {
  @Field(() => String, { description: 'Its place in the list: give it as `after` or `before`.' })
  cursor!: string;

  @Field(() => ApiKey, { description: 'The key.' })
  node!: ApiKey;
}

@ObjectType({ description: 'A page of a list of API keys.' })
export class ApiKeyConnection {
  @Field(() => [ApiKeyEdge], { description: 'The keys of the page with their cursors.' })
  edges!: ApiKeyEdge[];

  @Field(() => [ApiKey], { description: 'The keys of the page.' })
  nodes!: ApiKey[];

  @Field(() => PageInfo, { description: 'The place of the page in the list.' })
  pageInfo!: PageInfo;
}
