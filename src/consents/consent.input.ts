import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { IsWsibAccount } from '../contract/is-wsib-account.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import { ConsentScope } from './consent.type.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineMessage = { message: 'must be 1 to 200 characters on one line' };

@InputType({ description: 'A consent to record.' })
export class GiveConsentInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account; with an ORGANIZATION key, one of the organization’s own.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => String, {
    description:
      'The recipient: the name of the holder of a BUYER, SOSE, WSIB, MINISTRY or ASSOCIATION key (capitals do not matter), or ANY_BUYER.',
  })
  @Matches(line, lineMessage)
  recipient!: string;

  @Field(() => ConsentScope, { description: 'What the recipient may see.' })
  scope!: ConsentScope;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it has effect. Default: today in Toronto.' })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it has effect. Default: until it is withdrawn.' })
  to?: Day | null;

  @Field(() => String, {
    description: 'The written permission that it rests on, so that it can be found: 1 to 200 characters (G-8.b).',
  })
  @Matches(line, lineMessage)
  document!: string;
}

@InputType({ description: 'A consent to withdraw.' })
export class WithdrawConsentInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the consent.' })
  @IsGlobalId('Consent')
  consent!: string;
}

@InputType({ description: 'An application of an organization to SOSE.' })
export class RecordSoseApplicationInput extends CreatingInput {
  @Field(() => String, { description: 'WSIB account number of the applicant. Spaces and hyphens do not matter.' })
  @IsWsibAccount()
  wsibAccount!: string;

  @Field(() => String, { description: 'The reference of the application in the portal: 1 to 200 characters.' })
  @Matches(line, lineMessage)
  reference!: string;
}
