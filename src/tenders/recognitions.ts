import type { AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { recognitionsByWsibAccount } from '../recognition/sose-recognition.loader.ts';
import { recognitionsOf } from '../recognition/sose-recognition.service.ts';
import type { Day } from '../rules/calendar.ts';
import { endOfRecognition, isRecognizedOn, type RecordedRecognition } from '../rules/sose/recognition.ts';
import type { Subject } from '../standing/standing-period.sql.ts';
import type { Asking } from './shown-day.ts';

/**
 * the recognitions of an account that are visible to the caller, if the tender accepts one. As known at an instant there are none: what was
 * reported by then is not told apart from what was reported since.
 */
export async function recognitionsShown(
  context: Context,
  { requirement, knownAt }: Asking,
  account: AccountSource | null,
): Promise<readonly RecordedRecognition[]> {
  if (account === null || knownAt !== null || !requirement.routes.includes('SOSE_RECOGNITION')) return [];
  return (await recognitionsOf(context, account)) ?? [];
}

/** The same of a number that no account visible to the caller has: a recognition may be public where the standing is not (W.4). */
export async function recognitionsNumbered(
  context: Context,
  { requirement, knownAt }: Asking,
  subjects: readonly Subject[],
): Promise<readonly RecordedRecognition[]> {
  if (knownAt !== null || !requirement.routes.includes('SOSE_RECOGNITION')) return [];
  const numbers = subjects.filter(({ kind }) => kind === 'wsibAccount').map(({ value }) => value);
  return (await Promise.all(numbers.map((number) => context.loader(recognitionsByWsibAccount).load(number)))).flat();
}

/** The reference of the recognition in effect on a day; null if none is. */
export const referenceOn = (recognitions: readonly RecordedRecognition[], on: Day): string | null =>
  recognitions.find((each) => isRecognizedOn(each, on))?.reference ?? null;

/** The days on which a recognition begins or ends to be in effect. */
export const turningDays = (recognitions: readonly RecordedRecognition[]): readonly Day[] =>
  recognitions.flatMap((each) => {
    const end = endOfRecognition(each);
    return end === null ? [each.from] : [each.from, end];
  });
