import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a caller may do: `public` without a key, otherwise the scope of the key (G-8.b, R-37). */
export const ScopeEnum = {
  PUBLIC: 'public',
  BUYER: 'buyer',
  SOSE: 'sose',
  WSIB: 'wsib',
  MINISTRY: 'ministry',
  ASSOCIATION: 'association',
  ORGANIZATION: 'organization',
  STAFF: 'staff',
  ADMIN: 'admin',
} as const;

/** What a caller may do. */
export type CallerScope = (typeof ScopeEnum)[keyof typeof ScopeEnum];

/** Who makes a request; without a key, everything but the scope is null. */
export interface Caller {
  readonly scope: CallerScope;
  /** The person or body the key was given to. */
  readonly holder: string | null;
  readonly keyId: string | null;
  /** The organization whose file the key opens; null for every other scope. */
  readonly organizationId: string | null;
  /** The texts of the documents that the key is held to, by their SHA-256; absent for a caller who may send any. */
  readonly documents?: ReadonlyMap<string, string>;
}

registerEnumType(ScopeEnum, {
  name: 'Scope',
  description: 'What a caller may see and do. It belongs to the API key; a request without a key is PUBLIC.',
  valuesConfig: {
    PUBLIC: { description: 'Anyone without a key: sees certified and pending accounts, and documents by number.' },
    BUYER: { description: 'A city or agency that checks bidders.' },
    SOSE: { description: 'The portal for Supporting Ontario’s Safe Employers.' },
    WSIB: { description: 'The Workplace Safety and Insurance Board.' },
    MINISTRY: { description: 'The office of the Chief Prevention Officer.' },
    ASSOCIATION: { description: 'A member of the Canadian Federation of Construction Safety Associations.' },
    ORGANIZATION: { description: 'A firm, for its own file.' },
    STAFF: { description: 'Staff of the Infrastructure Health & Safety Association: the whole file.' },
    ADMIN: { description: 'Staff who also administer keys and settings.' },
  },
});

/** Answers who the caller is. */
@ObjectType({ description: 'Who you are to the registry, according to the API key of this request.' })
export class Viewer {
  @Field(() => ScopeEnum, { description: 'What you may see and do.' })
  scope!: CallerScope;

  @Field(() => String, { nullable: true, description: 'The holder of the API key; null without a key.' })
  holder!: string | null;
}
