import { IsIn, Matches } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { type CallerScope, ScopeEnum } from '../contract/viewer.type.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';

/** The scopes that a key can have: whoever has none is the public. */
const scopesOfKeys = Object.values(ScopeEnum).filter((scope) => scope !== 'public');
const notPublic = { message: 'must not be PUBLIC: that is whoever has no key' };

/** Whom a key names: consents name recipients likewise, and ANY_BUYER is none (0026). */
export const holderForm = /^(?!\s*any_buyer\s*$)(?=.*\S)[^\p{C}]{1,200}$/iu;
export const holderWords = 'a name of 1 to 200 characters on one line, and not ANY_BUYER';

const keyForm = { message: 'must be the id of an API key: the 16 characters between its underscores' };

@InputType({ description: 'An API key to make.' })
export class CreateApiKeyInput extends CreatingInput {
  @Field(() => ScopeEnum, { description: 'What it may see and do.' })
  @IsIn(scopesOfKeys, notPublic)
  scope!: Exclude<CallerScope, 'public'>;

  @Field(() => String, {
    description:
      'The person or body that gets it, 1 to 200 characters. Several keys of one holder are spelled alike, whatever the capitals. An ASSOCIATION key sees the requests that name its association only if its holder bears the abbreviation or the name that `associations` gives.',
  })
  @Matches(holderForm, { message: `must be ${holderWords}` })
  holder!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the organization whose file it opens: for an ORGANIZATION key, and for no other.',
  })
  @IsGlobalId('Organization')
  organization?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'From this instant on it is refused; never unless given.' })
  expiresAt?: Instant | null;
}

@InputType({ description: 'An API key to give a new secret.' })
export class RotateApiKeyInput extends AlteringInput {
  @Field(() => ID, { description: 'The `id` of the key.' })
  @Matches(/^[0-9a-f]{16}$/, keyForm)
  key!: string;

  @Field(() => DateTime, {
    description: 'Until this instant the old secret stays good beside the new one; an instant that has passed ends it at once.',
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
  @Field(() => ScopeEnum, { nullable: true, description: 'Keys of this scope; of every scope unless given.' })
  @IsIn(scopesOfKeys, notPublic)
  scope?: Exclude<CallerScope, 'public'> | null;
}
