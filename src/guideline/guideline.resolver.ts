import { Args, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { type ClauseId, chapters } from '../rules/guideline.ts';
import { clauseWords } from '../rules/messages/clause-words.ts';
import { unitWords } from '../rules/messages/units.ts';
import * as parameters from '../rules/parameters.ts';
import { ClausesArgs } from './guideline.args.ts';
import { Clause, Guideline, Parameter } from './guideline.type.ts';
import { InLocale } from './locale.args.ts';
import type { Locale } from './locale.type.ts';

/** Answers from the register of clauses and numbers that the rules are computed from. */
@Resolver(() => Guideline)
export class GuidelineResolver {
  @Query(() => Guideline, { description: 'The clauses and numbers behind every answer.' })
  guideline(): Record<string, never> {
    return {};
  }

  @FieldResolver(() => [Clause])
  clauses(@Args(() => ClausesArgs) { ids }: ClausesArgs, @InLocale() locale: Locale): Clause[] {
    const wanted = ids ? clauseIds.filter((id) => ids.includes(id)) : clauseIds;
    return wanted.map((id) => clause(id, locale));
  }

  @FieldResolver(() => [Parameter])
  parameters(@InLocale() locale: Locale): Parameter[] {
    return numbers.map(({ unit, ...number }) => ({ ...number, unit: unitWords[locale][unit] }));
  }

  @FieldResolver(() => Int)
  clauseCount(): number {
    return clauseIds.length;
  }
}

const clauseIds = chapters.flatMap(({ clauses }) => clauses);

const clause = (id: ClauseId, locale: Locale): Clause => {
  const { interpretations, ...words } = clauseWords(id, locale);
  return { id, ...words, interpretations: [...interpretations], unofficial: locale === 'fr' };
};

const numbers = Object.entries(parameters).flatMap(([name, parameter]) => {
  if (typeof parameter === 'function') return [];
  const { clause, unit, checkedOn, starts } = parameter;
  return [{ name, clause, unit, checkedOn, values: starts.map(({ from, value }) => ({ from, value: String(value) })) }];
});
