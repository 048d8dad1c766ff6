import { ArrayMaxSize, ArrayUnique, IsBoolean, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';
import { AuditorStandingInput } from './applicant.input.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineMessage = { message: 'must be 1 to 200 characters on one line' };
const MOST_STANDINGS = 50;
const mostMessage = { message: `must hold at most ${MOST_STANDINGS} statements` };
const uniqueMessage = { message: 'must say the same from one day on but once' };
const firstDay = ({ from, inGoodStanding }: AuditorStandingInput): string => `${from} ${inGoodStanding}`;

@InputType({ description: 'Who led an external audit, to record.' })
export class RecordLeadAuditorInput extends CreatingInput {
  @Field(() => ID, {
    description: 'Global id of the external audit. A re-audit belongs to its audit (R-5) and has no lead auditor of its own.',
  })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => String, { description: 'The name: 1 to 200 characters on one line.' })
  @Matches(line, lineMessage)
  name!: string;

  @Field(() => [AuditorStandingInput], {
    description: 'What is stated of the standing, at most 50 statements; an empty list where nothing is.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_STANDINGS, mostMessage)
  @ArrayUnique(firstDay, uniqueMessage)
  standings!: AuditorStandingInput[];
}

@InputType({
  description:
    'What has become known of a lead auditor since, or was recorded wrongly. Fields that are left out stay as they are; what was known before stays known as of then.',
})
export class AlterLeadAuditorInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the external audit.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => String, { nullable: true, description: 'The name: 1 to 200 characters on one line.' })
  @Matches(line, lineMessage)
  name?: string | null;

  @Field(() => [AuditorStandingInput], {
    nullable: true,
    description: 'Everything that is stated, in place of what is on record: at most 50 statements. An empty list takes all away.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_STANDINGS, mostMessage)
  @ArrayUnique(firstDay, uniqueMessage)
  standings?: AuditorStandingInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'It was recorded in error: it is removed, and its history stays.' })
  @IsBoolean()
  recordedInError: boolean = false;
}
