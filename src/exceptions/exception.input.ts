import { ArrayMaxSize, ArrayMinSize, IsIn, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import { type ClauseId, guideline } from '../rules/guideline.ts';

const line = /^(?=.*\S)[^\p{C}]*$/u;
const lineForm = { message: 'must be a text on one line' };

@InputType({
  description: 'An exception to record: which clauses are set aside for one certificate, letter or correction, and why (R-44).',
})
export class RecordIssuingExceptionInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => [String], { description: 'Ids of the clauses that it sets aside, 1 to 20, such as `G-2.4.g`.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsIn(Object.keys(guideline), { each: true, message: 'must be ids of clauses, as in `guideline { clauses { id } }`' })
  clauses!: ClauseId[];

  @Field(() => String, { description: 'Why the exception is made, for later readers.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 2000)
  grounds!: string;

  @Field(() => String, { description: 'The document that grants it.' })
  @Matches(line, lineForm)
  @Length(1, 200)
  document!: string;

  @Field(() => String, { description: 'Who decided it.' })
  @Matches(line, lineForm)
  @Length(1, 200)
  decidedBy!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was decided. Default: today in Toronto; not a later day.' })
  decidedOn?: Day | null;
}
