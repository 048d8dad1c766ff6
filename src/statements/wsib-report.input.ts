import { IsBoolean } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IsWsibAccount } from '../contract/is-wsib-account.ts';
import { LocalDate } from '../contract/scalars.ts';
import { CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

@InputType({ description: 'What is reported of a WSIB account.' })
export class ReportWsibAccountInput extends CreatingInput {
  @Field(() => String, { description: 'WSIB account number. Spaces and hyphens do not matter.' })
  @IsWsibAccount()
  wsibAccount!: string;

  @Field(() => Boolean, {
    description: 'Whether the account is active and in good standing (G-1.2.a): false for one that is closed or not in good standing.',
  })
  @IsBoolean()
  isValid!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The day from which it is so, until a report for a later day. Default: today in Toronto; a later day is not accepted. A second ' +
      'report for the same day replaces the first.',
  })
  from?: Day | null;
}
