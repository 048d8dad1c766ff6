import { FieldResolver, Resolver, Root } from 'type-graphql';
import { deprecationText } from '../contract/deprecation.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { labelOf } from '../rules/messages/enum-label.ts';
import { render, writeWord } from '../rules/messages/messages.ts';
import { AssessmentNote, type AssessmentNoteSource, Criterion, type CriterionSource } from './criterion.type.ts';

const deprecationReason = deprecationText({
  since: '2026-11-30',
  until: '2027-11-30',
  instead: 'Leave it out: the answer follows the language of the words beside it.',
});

/** Renders a finding on a criterion as text. */
@Resolver(() => Criterion)
@MarksOurFrench({ deprecationReason })
export class CriterionResolver {
  @FieldResolver(() => String, { description: 'What was found, in a sentence with its days and numbers.' })
  because(@Root() { because: { id, values } }: CriterionSource, @InLocale() locale: Locale): string {
    return render(locale, id, values);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What would meet it; null if it is met.' })
  missing(@Root() { missing }: CriterionSource, @InLocale() locale: Locale): string | null {
    return missing && render(locale, missing.id, missing.values);
  }

  @FieldResolver(() => String, { description: 'The criterion in words.' })
  label(@Root() { criterion }: CriterionSource, @InLocale() locale: Locale): string {
    return labelOf(locale, 'CriterionKind', criterion);
  }

  @FieldResolver(() => String, { description: 'What was found, in words.' })
  findingLabel(@Root() { finding }: CriterionSource, @InLocale() locale: Locale): string {
    return writeWord(locale, finding);
  }

  @FieldResolver(() => [String], { description: 'Who holds the answer, in words.' })
  heldByLabels(@Root() { heldBy }: CriterionSource, @InLocale() locale: Locale): string[] {
    return heldBy.map((holder) => writeWord(locale, holder));
  }
}

/** Renders a note as text. */
@Resolver(() => AssessmentNote)
@MarksOurFrench({ deprecationReason })
export class AssessmentNoteResolver {
  @FieldResolver(() => String, { description: 'The note, in a sentence.' })
  because(@Root() { because: { id, values } }: AssessmentNoteSource, @InLocale() locale: Locale): string {
    return render(locale, id, values);
  }
}
