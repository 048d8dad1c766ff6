import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import { organizationById } from '../organizations/organization.loader.ts';
import { Organization, type OrganizationSource } from '../organizations/organization.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { ApiKeysArgs, CreateApiKeyInput, RevokeApiKeyInput, RotateApiKeyInput } from './keys.input.ts';
import type { KeyRecord } from './keys.service.ts';
import { ApiKey, ApiKeyConnection, IssuedApiKey } from './keys.type.ts';
import { createApiKey, type IssuedKeyRecord, listApiKeys, revokeApiKey, rotateApiKey } from './manage-keys.service.ts';

const CreateApiKeyResult = resultOf('CreateApiKeyResult', IssuedApiKey);
const RotateApiKeyResult = resultOf('RotateApiKeyResult', IssuedApiKey);
const RevokeApiKeyResult = resultOf('RevokeApiKeyResult', ApiKey);

/** Makes, lists, rotates and revokes API keys, for admins. */
@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, { description: 'Every API key, by holder. For admins.' })
  apiKeys(@Args(() => ApiKeysArgs) args: ApiKeysArgs, @Ctx() context: Context): Promise<Connection<KeyRecord>> {
    return listApiKeys(context, args);
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Makes an API key and shows it, only this once. For admins.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'Whose key, and for what.' }) input: CreateApiKeyInput,
    @Ctx() context: Context,
  ): Promise<IssuedKeyRecord | Refusal> {
    return createApiKey(context, input);
  }

  @Mutation(() => RotateApiKeyResult, {
    description:
      'Gives an API key a new secret, valid at once and shown only this once; the old one stays valid until the instant given. Any ' +
      'older secret ends. For admins.',
  })
  rotateApiKey(
    @Arg('input', () => RotateApiKeyInput, { description: 'Which key, and until when its old secret is valid.' }) input: RotateApiKeyInput,
    @Ctx() context: Context,
  ): Promise<IssuedKeyRecord | Refusal> {
    return rotateApiKey(context, input);
  }

  @Mutation(() => RevokeApiKeyResult, {
    description: 'Ends an API key: at once on the server that answers, within 30 seconds on others. For admins.',
  })
  revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'Which key.' }) input: RevokeApiKeyInput,
    @Ctx() context: Context,
  ): Promise<KeyRecord | Refusal> {
    return revokeApiKey(context, input);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Whose file it opens; null for every scope but ORGANIZATION.' })
  organization(@Root() { organizationId }: KeyRecord, @Ctx() context: Context): Promise<OrganizationSource | null> | null {
    return organizationId === null ? null : context.loader(organizationById).load(organizationId);
  }
}
