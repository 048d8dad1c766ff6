import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import type { Day } from '../rules/calendar.ts';
import { type Qualification, qualifiesAsInternalAuditor } from '../rules/cycle/training.ts';
import { PersonArgs } from './person.args.ts';
import { personById } from './person.loader.ts';
import {
  Designation,
  type DesignationSource,
  InternalAuditorQualification,
  Person,
  type PersonSource,
  Training,
  type TrainingSource,
} from './person.type.ts';

const day = { nullable: true, description: 'The first day of the audit; default: today in Toronto.' };

/** Answers for people. */
@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'A person by its id; null unless the person has or had a role at one of your accounts, or you are IHSA staff (R-52).',
  })
  async person(@Args(() => PersonArgs) { id }: PersonArgs, @Ctx() context: Context): Promise<PersonSource | null> {
    const person = fromGlobalId(id, 'Person');
    return person && context.loader(personById).load(person.uuid);
  }
}

/** Applies the law to a person's training. */
@Resolver(() => Training)
export class TrainingResolver {
  @FieldResolver(() => InternalAuditorQualification, {
    description:
      'Whether the person may conduct an internal audit that begins on a day: the four courses or exemptions, a role as a permanent full-time employee, and no retraining open (G-2.2.a, G-3.3.a, G-4.2).',
  })
  qualifiesAsInternalAuditor(
    @Root() { facts, designations }: TrainingSource,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Ctx() { today }: Context,
  ): Qualification {
    return qualifiesAsInternalAuditor(facts, designations, on ?? today);
  }
}

/** Puts a qualification into words. */
@Resolver(() => InternalAuditorQualification)
export class QualificationResolver {
  @FieldResolver(() => [Reason], { description: 'Every clause consulted, with what was found.' })
  reasons(@Root() { reasons }: Qualification, @InLocale() locale: Locale): Reason[] {
    return renderReasons(reasons, locale);
  }
}

/** Finds the person of a role. */
@Resolver(() => Designation)
export class DesignationResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'The person.' })
  person(@Root() { personId }: DesignationSource, @Ctx() context: Context): Promise<PersonSource | null> {
    return context.loader(personById).load(personId);
  }
}
