import { ArrayMaxSize, ArrayUnique, IsBoolean, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CorrectingInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import { SpotCheckEventKind } from './spot-check.type.ts';

const MOST_EVENTS = 100;

@InputType({ description: 'The formal letter of a spot check to record (G-4.4.a).' })
export class RecordSpotCheckInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Day on which the organization received the letter, today in Toronto or earlier: the 90 days run from it (G-4.4.b). Default: today.',
  })
  receivedOn?: Day | null;

  @Field(() => Boolean, { description: 'Whether the letter asks for corrective action.' })
  @IsBoolean()
  correctiveAction!: boolean;

  @Field(() => String, { description: 'What was checked, as the letter says: IHSA determines it.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  scope!: string;
}

@InputType({ description: 'Something that followed the letter of a spot check, to record.' })
export class RecordSpotCheckEventInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the spot check.' })
  @IsGlobalId('SpotCheck')
  spotCheck!: string;

  @Field(() => SpotCheckEventKind, { description: 'What happened.' })
  kind!: SpotCheckEventKind;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it happened, today in Toronto or earlier. Default: today.' })
  on?: Day | null;
}

@InputType({ description: 'Something that followed the letter of a spot check.' })
export class SpotCheckEventInput {
  @Field(() => LocalDate, { description: 'The day on which it happened: today in Toronto or earlier.' })
  on!: Day;

  @Field(() => SpotCheckEventKind, { description: 'What happened.' })
  kind!: SpotCheckEventKind;
}

@InputType({ description: 'The correction of a spot check. Omitted fields stay as they are.' })
export class CorrectSpotCheckInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the spot check.' })
  @IsGlobalId('SpotCheck')
  spotCheck!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the organization received the letter: today in Toronto or earlier.',
  })
  receivedOn?: Day | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the letter asks for corrective action.' })
  correctiveAction?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was checked, as the letter says.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  scope?: string | null;

  @Field(() => [SpotCheckEventInput], {
    nullable: true,
    description:
      'Everything that followed, replacing what is recorded: at most 100 events, each kind at most once a day. An empty list removes ' +
      'them all.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_EVENTS, { message: `must hold at most ${MOST_EVENTS} events` })
  @ArrayUnique(({ on, kind }: SpotCheckEventInput) => `${on} ${kind}`, { message: 'must name each kind of event once a day' })
  events?: SpotCheckEventInput[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if there never was such a check: it is removed with its events, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
