import { IsBoolean, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineMessage = { message: 'must be 1 to 200 characters on one line' };
const audit = { description: 'Global id of the external audit, or of the re-audit after it.' };
const approvedOn = { nullable: true, description: 'Day on which it was approved: today in Toronto or before.' };
const approvedBy = { nullable: true, description: 'Who approved it: 1 to 200 characters on one line.' };
const checkedOn = { nullable: true, description: 'Day on which its corrections were checked: today in Toronto or before.' };
const checkedBy = { nullable: true, description: 'Who checked them: 1 to 200 characters on one line.' };
const byThirdParty = { nullable: true, description: 'Whether the checker is a third party; omit it if not stated.' };

@InputType({ description: 'A SOSE action plan to record, as far as it has come (X-1b).' })
export class RecordSoseActionPlanInput extends CreatingInput {
  @Field(() => ID, audit)
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => LocalDate, approvedOn)
  approvedOn?: Day | null;

  @Field(() => String, approvedBy)
  @Matches(line, lineMessage)
  approvedBy?: string | null;

  @Field(() => LocalDate, checkedOn)
  checkedOn?: Day | null;

  @Field(() => String, checkedBy)
  @Matches(line, lineMessage)
  checkedBy?: string | null;

  @Field(() => Boolean, byThirdParty)
  @IsBoolean()
  byThirdParty?: boolean | null;
}

@InputType({
  description:
    'What has happened to a SOSE action plan since, such as the check of its corrections, or a correction of the record. Omitted ' +
    'fields stay as they are, null removes a value; earlier values stay in the history.',
})
export class AlterSoseActionPlanInput extends AlteringInput {
  @Field(() => ID, audit)
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => LocalDate, approvedOn)
  approvedOn?: Day | null;

  @Field(() => String, approvedBy)
  @Matches(line, lineMessage)
  approvedBy?: string | null;

  @Field(() => LocalDate, checkedOn)
  checkedOn?: Day | null;

  @Field(() => String, checkedBy)
  @Matches(line, lineMessage)
  checkedBy?: string | null;

  @Field(() => Boolean, byThirdParty)
  @IsBoolean()
  byThirdParty?: boolean | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Set if it was recorded in error: it is removed, but its history is kept.' })
  @IsBoolean()
  recordedInError: boolean = false;
}
