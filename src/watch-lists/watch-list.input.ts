import { ArrayMaxSize, ArrayUnique, IsIn, Matches } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { IsWsibAccount } from '../contract/is-wsib-account.ts';
import { NOTICE_DAYS, noticeDaysForm, noticeDaysText } from '../contract/notice-days.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

/** The maximum number of accounts in one request. */
const MOST = 500;

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineForm = { message: 'must be 1 to 200 characters on one line' };
const notTooMany = { message: `must name at most ${MOST}` };
const once = { message: 'must name each number of days at most once' };

const whatYouCallIt = 'Its name: 1 to 200 characters, unique among your lists.';
const contractText = 'Your name for the contract: 1 to 200 characters.';
const noticeText = `How many days ahead you want to be notified: ${noticeDaysText}.`;

@InputType({ description: 'A watch list to make.' })
export class CreateWatchListInput extends CreatingInput {
  @Field(() => String, { description: whatYouCallIt })
  @Matches(line, lineForm)
  name!: string;

  @Field(() => String, { nullable: true, description: contractText })
  @Matches(line, lineForm)
  contract?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the contract.' })
  from?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of the contract. Changes that take effect after it are not reported for this list.',
  })
  to?: Day | null;

  @Field(() => [Int], { nullable: true, description: `${noticeText} Default: 30, 14 and 7.` })
  @IsIn(NOTICE_DAYS, noticeDaysForm)
  @ArrayUnique(once)
  noticeDays?: number[] | null;

  @Field(() => [ID], { nullable: true, description: 'Accounts to add, by global id: at most 500.' })
  @ArrayMaxSize(MOST, notTooMany)
  @IsGlobalId('Account')
  accounts?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Accounts to add, by WSIB account number: at most 500. A number is accepted whether or not it belongs to an account that is ' +
      'visible to you.',
  })
  @ArrayMaxSize(MOST, notTooMany)
  @IsWsibAccount()
  wsibAccounts?: string[] | null;
}

@InputType({ description: 'What to change of a watch list. Omitted fields stay as they are.' })
export class ChangeWatchListInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the watch list.' })
  @IsGlobalId('WatchList')
  watchList!: string;

  @Field(() => String, { nullable: true, description: whatYouCallIt })
  @Matches(line, lineForm)
  name?: string | null;

  @Field(() => String, { nullable: true, description: `${contractText} Null removes it.` })
  @Matches(line, lineForm)
  contract?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the contract. Null removes it.' })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the contract. Null removes it.' })
  to?: Day | null;

  @Field(() => [Int], { nullable: true, description: noticeText })
  @IsIn(NOTICE_DAYS, noticeDaysForm)
  @ArrayUnique(once)
  noticeDays?: number[] | null;

  @Field(() => [ID], { nullable: true, description: 'Accounts to add, by global id: at most 500.' })
  @ArrayMaxSize(MOST, notTooMany)
  @IsGlobalId('Account')
  addAccounts?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Accounts to add, by WSIB account number: at most 500.' })
  @ArrayMaxSize(MOST, notTooMany)
  @IsWsibAccount()
  addWsibAccounts?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Accounts to remove that were added by these global ids: at most 500.' })
  @ArrayMaxSize(MOST, notTooMany)
  @IsGlobalId('Account')
  removeAccounts?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Accounts to remove that were added by these WSIB account numbers: at most 500.',
  })
  @ArrayMaxSize(MOST, notTooMany)
  @IsWsibAccount()
  removeWsibAccounts?: string[] | null;
}

@InputType({ description: 'A watch list to delete.' })
export class DeleteWatchListInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the watch list.' })
  @IsGlobalId('WatchList')
  watchList!: string;
}
