import { Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { AccountCriteria } from '../standing/account-filter.input.ts';

/** The orders of a list of organizations; of equal names the ids decide. */
export const OrganizationOrder = { LEGAL_NAME_ASC: 'LEGAL_NAME_ASC', LEGAL_NAME_DESC: 'LEGAL_NAME_DESC' } as const;
export type OrganizationOrder = keyof typeof OrganizationOrder;

registerEnumType(OrganizationOrder, {
  name: 'OrganizationOrder',
  description: 'The order of a list of organizations. Capitals and accents do not matter: É sorts with E.',
  valuesConfig: {
    LEGAL_NAME_ASC: { description: 'By legal name, A first.' },
    LEGAL_NAME_DESC: { description: 'By legal name, A last.' },
  },
});

@InputType({ description: 'Which organizations to list: those with an account that meets all conditions given.' })
export class OrganizationFilter extends AccountCriteria {}

@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => OrganizationFilter, { nullable: true, description: 'Which organizations to list. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: OrganizationFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Those with a legal or operating name like this, the most similar first unless `orderBy` is given, at most 500; `edges { score }` says how similar. Accents, capitals, punctuation and the legal ending (Inc., Ltée) do not matter, abbreviations (Const.) and initials (B & B, A.B.C.) are understood, and a mistyped letter is forgiven. Of `1234567 Ontario Ltd. o/a Alder Roofing`, of a division and of a joint venture each name is looked for. Words that very many names have, such as construction, find a name only by its beginning, or by two of them, when nothing else is given. Staff also find former names.',
  })
  @Matches(/^(?=.*[\p{L}\p{N}])[^\p{Cc}]{1,200}$/u, {
    message: 'must be a name: 1 to 200 characters on one line, with a letter or digit among them',
  })
  search?: string | null;

  @Field(() => OrganizationOrder, {
    nullable: true,
    description: 'The order of the list. Default: by name, A first; with `search`, by similarity.',
  })
  orderBy?: OrganizationOrder | null;
}
