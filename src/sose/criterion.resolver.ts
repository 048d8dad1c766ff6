import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { Locale } from '../guideline/locale.type.ts';
import { isUnofficial, render } from '../rules/messages/messages.ts';
import { AssessmentNote, type AssessmentNoteSource, Criterion, type CriterionSource } from './criterion.type.ts';

const language = { description: 'The language of the words.', defaultValue: Locale.EN };

/** Words what was found of a criterion. */
@Resolver(() => Criterion)
export class CriterionResolver {
  @FieldResolver(() => String, { description: 'What was found, in a sentence with its days and numbers.' })
  because(@Root() { because: { id, values } }: CriterionSource, @Arg('locale', () => Locale, language) locale: Locale): string {
    return render(locale, id, values);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What would meet it; null where it is met.' })
  missing(@Root() { missing }: CriterionSource, @Arg('locale', () => Locale, language) locale: Locale): string | null {
    return missing && render(locale, missing.id, missing.values);
  }

  @FieldResolver(() => Boolean, { description: 'True where the French of `because` has a term without official French.' })
  unofficial(@Root() { because: { id, values } }: CriterionSource, @Arg('locale', () => Locale, language) locale: Locale): boolean {
    return isUnofficial(locale, id, values);
  }
}

/** Words a note. */
@Resolver(() => AssessmentNote)
export class AssessmentNoteResolver {
  @FieldResolver(() => String, { description: 'What there is to mind, in a sentence.' })
  because(@Root() { because: { id, values } }: AssessmentNoteSource, @Arg('locale', () => Locale, language) locale: Locale): string {
    return render(locale, id, values);
  }

  @FieldResolver(() => Boolean, { description: 'True where the French of `because` has a term without official French.' })
  unofficial(@Root() { because: { id, values } }: AssessmentNoteSource, @Arg('locale', () => Locale, language) locale: Locale): boolean {
    return isUnofficial(locale, id, values);
  }
}
