import { ArrayMaxSize, ArrayNotEmpty, IsIn } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { NOTICE_DAYS, noticeDaysForm, noticeDaysText } from '../contract/notice-days.type.ts';
import { Standing } from '../standing/standing.type.ts';
import { ChangeKind } from './change-kind.type.ts';

/** The maximum number of accounts or organizations in a filter; for more, use a watch list. */
const MOST = 100;

const atLeastOne = { message: 'must name at least one' };
const notTooMany = { message: `must name at most ${MOST}` };

@InputType()
export abstract class AccountsOfChanges {
  @Field(() => [ID], { nullable: true, description: 'Only changes of these accounts, by global id: at most 100.' })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(MOST, notTooMany)
  @IsGlobalId('Account')
  accounts?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only changes of the accounts of these organizations, by global id: at most 100.' })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(MOST, notTooMany)
  @IsGlobalId('Organization')
  organizations?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only changes of the accounts on this watch list of yours, by global id, with the notices that the list asks for, up to the ' +
      'last day of its contract.',
  })
  @IsGlobalId('WatchList')
  watchList?: string | null;
}

@InputType({ description: 'Which changes to return. All conditions given must be met.' })
export class ChangeFilter extends AccountsOfChanges {
  @Field(() => [ChangeKind], { nullable: true, description: 'Only changes of these kinds.' })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(Object.keys(ChangeKind).length, { message: 'must name each kind at most once' })
  kinds?: ChangeKind[] | null;

  @Field(() => [Standing], {
    nullable: true,
    description: 'Only changes into or out of one of these standings, as visible to you. Changes of requests and audits have no standing.',
  })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(Object.keys(Standing).length, { message: 'must name each standing at most once' })
  standings?: Standing[] | null;

  @Field(() => [Int], {
    nullable: true,
    description: `How many days ahead notices are wanted: ${noticeDaysText}. Default: 30, 14 and 7, or those that the watch list asks for. Other changes are not affected.`,
  })
  @ArrayMaxSize(NOTICE_DAYS.length, { message: 'must name each number of days at most once' })
  @IsIn(NOTICE_DAYS, noticeDaysForm)
  noticeDays?: number[] | null;
}
