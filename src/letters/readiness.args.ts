import { IsIn } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ArgsType()
export class LetterReadinessArgs {
  @Field(() => ID, { description: 'Global id of the certificate that the letter would keep in force.' })
  @IsGlobalId('Certificate')
  certificate!: string;

  @Field(() => Int, { description: 'The year of the certificate it would be for: 2 or 3.' })
  @IsIn([2, 3], { message: 'must be 2 or 3' })
  year!: 2 | 3;

  @Field(() => ID, { nullable: true, description: 'Global id of the maintenance or transition audit that the letter would name.' })
  @IsGlobalId('Audit')
  audit?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of issue. Default: today in Toronto.' })
  issuedOn?: Day | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the exception that it would be issued with (R-44).' })
  @IsGlobalId('IssuingException')
  exception?: string | null;
}
