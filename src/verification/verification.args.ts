import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { VerificationSubject } from './verification.input.ts';

/** The most subjects of one request: more than any closing day needs, few enough for one statement. */
export const MOST_SUBJECTS = 500;

/** The day asked about, and the instant as known at which it is asked. */
@ArgsType()
export class AsOf {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day asked about: a past day, or a future one as a forecast. Default: today in Toronto.',
  })
  on: Day | null = null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Answer from what was recorded by this instant. Default: now. It must not be before the registry’s first record or in the future.',
  })
  knownAt: Instant | null = null;
}

@ArgsType()
export class VerifyArgs extends AsOf {
  @Field(() => VerificationSubject, { description: 'Whom to verify.' })
  @ValidateNested()
  subject!: VerificationSubject;
}

@ArgsType()
export class VerifyManyArgs extends AsOf {
  @Field(() => [VerificationSubject], { description: 'The subjects to verify: at most 500.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_SUBJECTS, { message: `subjects must hold at most ${MOST_SUBJECTS}` })
  subjects!: VerificationSubject[];
}
