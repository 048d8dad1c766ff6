import { ArrayMaxSize, IsInt, Length, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { IsNoPlaceholder } from '../contract/is-no-placeholder.ts';
import { AlteringInput, CorrectingInput, CreatingInput } from '../mutations/mutation.input.ts';

const line = /^(?=.*\S)[^\p{C}]*$/u;
const lineMessage = { message: 'must be a text on one line, and not blank' };

@InputType({ description: 'A firm to enter. Its accounts are entered one by one, each for itself (G-1.2.b).' })
export class CreateOrganizationInput extends CreatingInput {
  @Field(() => String, { description: 'Legal name.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  @IsNoPlaceholder()
  legalName!: string;

  @Field(() => String, { nullable: true, description: 'The name it trades under, if different.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  @IsNoPlaceholder()
  operatingName?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names it had before: at most 50.' })
  @ArrayMaxSize(50, { message: 'must hold at most 50 names' })
  @Length(1, 300, { each: true })
  @Matches(line, { each: true, ...lineMessage })
  @IsNoPlaceholder()
  formerNames?: string[] | null;

  @Field(() => String, { nullable: true, description: 'CRA business number, with or without its program account (RT0001).' })
  @Length(1, 30)
  businessNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  @Length(1, 100)
  @Matches(line, lineMessage)
  @IsNoPlaceholder()
  city?: string | null;
}

@InputType({ description: 'Two organizations that are the same firm, entered twice.' })
export class MergeOrganizationsInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the organization that stays. `expectedVersion` is its version.' })
  @IsGlobalId('Organization')
  organization!: string;

  @Field(() => ID, {
    description:
      'Global id of the organization that is merged into it: its accounts, keys, watch lists, webhooks, calendars and kept requirements move to the one that stays, its names become former names, and its id leads there from then on.',
  })
  @IsGlobalId('Organization')
  other!: string;

  @Field(() => Int, { description: 'The `version` of the other organization when you read it.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  otherExpectedVersion!: number;
}

@InputType({ description: 'The correction of an organization. Omitted fields stay as they are.' })
export class CorrectOrganizationInput extends CorrectingInput {
  @Field(() => ID, { description: 'Global id of the organization.' })
  @IsGlobalId('Organization')
  organization!: string;

  @Field(() => String, { nullable: true, description: 'Legal name.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  @IsNoPlaceholder()
  legalName?: string | null;

  @Field(() => String, { nullable: true, description: 'The name it trades under. Null removes it.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  @IsNoPlaceholder()
  operatingName?: string | null;

  @Field(() => [String], { nullable: true, description: 'All its former names, replacing those recorded: at most 50.' })
  @ArrayMaxSize(50, { message: 'must hold at most 50 names' })
  @Length(1, 300, { each: true })
  @Matches(line, { each: true, ...lineMessage })
  @IsNoPlaceholder()
  formerNames?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'CRA business number, with or without its program account (RT0001). Null removes it.',
  })
  @Length(1, 30)
  businessNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'City. Null removes it.' })
  @Length(1, 100)
  @Matches(line, lineMessage)
  @IsNoPlaceholder()
  city?: string | null;
}
