import { ValidateNested } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { HypotheticalFacts } from './what-if.input.ts';

@ArgsType()
export class WhatIfArgs {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => HypotheticalFacts, { description: 'What to suppose.' })
  @ValidateNested()
  facts!: HypotheticalFacts;

  @Field(() => LocalDate, { nullable: true, description: 'The day asked about, past or future. Default: today in Toronto.' })
  on?: Day | null;
}
