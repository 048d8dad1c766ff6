import { ArrayMaxSize, ArrayNotEmpty, IsIn } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { NOTICE_DAYS, noticeDaysForm, noticeDaysText } from '../contract/notice-days.type.ts';
import { Standing } from '../standing/standing.type.ts';
import { ChangeKind } from './change-kind.type.ts';

/** The most accounts or organizations that a filter may name; for more there are watch lists. */
const MOST = 100;

const atLeastOne = { message: 'must name at least one' };
const notTooMany = { message: `must name at most ${MOST}` };

@InputType()
export abstract class AccountsOfChanges {
  @Field(() => [ID], { nullable: true, description: 'Those of these accounts, by global id: at most 100.' })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(MOST, notTooMany)
  @IsGlobalId('Account')
  accounts?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Those of the accounts of these organizations, by global id: at most 100.' })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(MOST, notTooMany)
  @IsGlobalId('Organization')
  organizations?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Those of the accounts on this watch list of yours, by global id: with the notices that it asks for, up to the last day of its contract.',
  })
  @IsGlobalId('WatchList')
  watchList?: string | null;
}

@InputType({ description: 'Which changes to tell: those that meet everything given.' })
export class ChangeFilter extends AccountsOfChanges {
  @Field(() => [ChangeKind], { nullable: true, description: 'Those of these kinds.' })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(Object.keys(ChangeKind).length, { message: 'must name each kind once at most' })
  kinds?: ChangeKind[] | null;

  @Field(() => [Standing], {
    nullable: true,
    description: 'Those into or out of one of these standings, as you may know them. Requests have none.',
  })
  @ArrayNotEmpty(atLeastOne)
  @ArrayMaxSize(Object.keys(Standing).length, { message: 'must name each standing once at most' })
  standings?: Standing[] | null;

  @Field(() => [Int], {
    nullable: true,
    description: `Of the notices, those so many days ahead: ${noticeDaysText}. Unless given, those 30, 14 and 7 days ahead, or those that the watch list asks for. Other changes are told all the same.`,
  })
  @ArrayMaxSize(NOTICE_DAYS.length, { message: 'must name each number of days once at most' })
  @IsIn(NOTICE_DAYS, noticeDaysForm)
  noticeDays?: number[] | null;
}
