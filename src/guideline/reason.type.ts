import { Field, ObjectType } from 'type-graphql';
import type { Reason as Found } from '../rules/decision.ts';
import { isUnofficial, type Locale, render } from '../rules/messages/messages.ts';

@ObjectType({ description: 'One clause that was consulted, and what was found.' })
export class Reason {
  @Field(() => String, { description: 'Id of the clause, such as `G-2.4.l`; `guideline { clauses }` says what it states.' })
  clause!: string;

  @Field(() => Boolean, { description: 'Whether what the clause asks about was found to be so.' })
  holds!: boolean;

  @Field(() => Boolean, { description: 'Whether this clause made the outcome. Others were consulted and changed nothing.' })
  decides!: boolean;

  @Field(() => String, { description: 'What was found, in a sentence with its days and document numbers.' })
  because!: string;

  @Field(() => Boolean, { description: 'True for a French sentence with a term that has no official French; false for every English one.' })
  unofficial!: boolean;
}

/** The reasons of a decision, rendered in a language. */
export const renderReasons = (reasons: readonly Found[], locale: Locale): Reason[] =>
  reasons.map(({ clause, holds, decides, because: { id, values } }) => ({
    clause,
    holds,
    decides,
    because: render(locale, id, values),
    unofficial: isUnofficial(locale, id, values),
  }));
