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

@InputType({ description: 'The lead auditor of an external audit, to record.' })
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
    description: 'Statements about the standing, at most 50; an empty list if there are none.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_STANDINGS, mostMessage)
  @ArrayUnique(firstDay, uniqueMessage)
  standings!: AuditorStandingInput[];
}

@InputType({
  description:
    'New information about a lead auditor, or a correction of the record. Omitted fields stay as they are; earlier values stay in the ' +
    'history.',
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
    description: 'All statements, replacing those on record: at most 50. An empty list removes them all.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_STANDINGS, mostMessage)
  @ArrayUnique(firstDay, uniqueMessage)
  standings?: AuditorStandingInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Set if it was recorded in error: it is removed, but its history is kept.' })
  @IsBoolean()
  recordedInError: boolean = false;
}
