import { ArrayMaxSize, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { CorrectingInput } from '../mutations/mutation.input.ts';

const line = /^(?=.*\S)[^\p{C}]*$/u;
const lineMessage = { message: 'must be a text on one line, and not blank' };

@InputType({ description: 'What was recorded wrongly of an organization. Fields that are left out stay as they are.' })
export class CorrectOrganizationInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the organization.' })
  @IsGlobalId('Organization')
  organization!: string;

  @Field(() => String, { nullable: true, description: 'Legal name.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  legalName?: string | null;

  @Field(() => String, { nullable: true, description: 'The name it trades under. Null takes it away.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  operatingName?: string | null;

  @Field(() => [String], { nullable: true, description: 'All names it had before, in place of those recorded: at most 50.' })
  @ArrayMaxSize(50, { message: 'must hold at most 50 names' })
  @Length(1, 300, { each: true })
  @Matches(line, { each: true, ...lineMessage })
  formerNames?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'CRA business number, with or without its program account (RT0001). Null takes it away.',
  })
  @Length(1, 30)
  businessNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'City. Null takes it away.' })
  @Length(1, 100)
  @Matches(line, lineMessage)
  city?: string | null;
}
