import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { type CallerScope, ScopeEnum } from '../contract/viewer.type.ts';

/** Whether a key opens anything, as an enum of the schema. */
export const ApiKeyState = { VALID: 'VALID', EXPIRED: 'EXPIRED', REVOKED: 'REVOKED' } as const;
export type ApiKeyState = keyof typeof ApiKeyState;

registerEnumType(ApiKeyState, {
  name: 'ApiKeyState',
  description: 'Whether an API key opens anything.',
  valuesConfig: {
    VALID: { description: 'It is accepted.' },
    EXPIRED: { description: 'The instant of its expiry has come.' },
    REVOKED: { description: 'It was revoked.' },
  },
});

@ObjectType({ description: 'An API key: all but its secret, of which the registry keeps a hash alone.' })
export class ApiKey {
  @Field(() => ID, { description: 'The part of the key between its underscores. It may be shown and logged.' })
  id!: string;

  @Field(() => ScopeEnum, { description: 'What it may see and do.' })
  scope!: CallerScope;

  @Field(() => String, { description: 'The person or body it was given to. A consent names its recipient so (R-28).' })
  holder!: string;

  @Field(() => ApiKeyState, { description: 'Whether it opens anything now.' })
  state!: ApiKeyState;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant;

  @Field(() => DateTime, { nullable: true, description: 'From this instant on it is refused; null is never.' })
  expiresAt!: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null when it never was.' })
  lastUsedAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'While the secret before the last rotation is still good: from this instant on it is not.',
  })
  oldSecretUntil!: Instant | null;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`.' })
  version!: number;
}

@ObjectType({ description: 'An API key that was just made or rotated, with its text.' })
export class IssuedApiKey {
  @Field(() => ApiKey, { description: 'The key as the registry keeps it.' })
  apiKey!: ApiKey;

  @Field(() => String, {
    nullable: true,
    description:
      'The key as its holder sends it: `Authorization: Bearer cor_…`. Shown this once; null in the answer to the same request sent again, since nobody has the secret any more: then rotate the key.',
  })
  key!: string | null;
}

@ObjectType({ description: 'An API key at its place in a list.' })
export class ApiKeyEdge {
  @Field(() => String, { description: 'Where it stands: give it as `after` or `before`.' })
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

  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}
