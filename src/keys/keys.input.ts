import { IsIn, Matches } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { holderForm, holderWords } from '../contract/holder.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { type CallerScope, ScopeEnum } from '../contract/viewer.type.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';

/** The scopes that a key can have; a caller without a key is the public. */
const scopesOfKeys = Object.values(ScopeEnum).filter((scope) => scope !== 'public');
const notPublic = { message: 'must not be PUBLIC, which is the scope of callers without a key' };

const keyForm = { message: 'must be the id of an API key: the 16 characters between its underscores' };

@InputType({ description: 'An API key to make.' })
export class CreateApiKeyInput extends CreatingInput {
  @Field(() => ScopeEnum, { description: 'What it may see and do.' })
  @IsIn(scopesOfKeys, notPublic)
  scope!: Exclude<CallerScope, 'public'>;

  @Field(() => String, {
    description:
      'The person or body that receives it, 1 to 200 characters. All keys of one holder use the same spelling; capitals do not ' +
      'matter. An ASSOCIATION key sees the requests that name its association only if its holder is the abbreviation or name listed ' +
      'in `associations`.',
  })
  @Matches(holderForm, { message: `must be ${holderWords}` })
  holder!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the organization whose file it opens: for an ORGANIZATION key, and for no other.',
  })
  @IsGlobalId('Organization')
  organization?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it expires. Default: never.' })
  expiresAt?: Instant | null;
}

@InputType({ description: 'An API key to give a new secret.' })
export class RotateApiKeyInput extends AlteringInput {
  @Field(() => ID, { description: 'The `id` of the key.' })
  @Matches(/^[0-9a-f]{16}$/, keyForm)
  key!: string;

  @Field(() => DateTime, {
    description: 'Until this instant the old secret stays valid as well; an instant in the past ends it at once.',
  })
  oldSecretUntil!: Instant;
}

@InputType({ description: 'An API key to end.' })
export class RevokeApiKeyInput extends AlteringInput {
  @Field(() => ID, { description: 'The `id` of the key.' })
  @Matches(/^[0-9a-f]{16}$/, keyForm)
  key!: string;
}

@ArgsType()
export class ApiKeysArgs extends PageArgs {
  @Field(() => ScopeEnum, { nullable: true, description: 'Only keys of this scope. Default: every scope.' })
  @IsIn(scopesOfKeys, notPublic)
  scope?: Exclude<CallerScope, 'public'> | null;
}
