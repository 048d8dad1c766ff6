import type { AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import type { Instant } from '../contract/scalars.ts';
import { recognitionsByWsibAccount } from '../recognition/sose-recognition.loader.ts';
import { recognitionsOf } from '../recognition/sose-recognition.service.ts';
import type { SoseRecognitionSource } from '../recognition/sose-recognition.type.ts';
import type { Day } from '../rules/calendar.ts';
import { endOfRecognition, isRecognizedOn, type RecordedRecognition } from '../rules/sose/recognition.ts';
import type { Subject } from '../standing/standing-period.sql.ts';
import { recognitionThen } from './recognitions-then.loader.ts';
import type { Asking } from './shown-day.ts';

/** the recognitions of an account that are visible to the caller, if the tender accepts one; as known at an instant, if one was asked about. */
export async function recognitionsShown(
  context: Context,
  { requirement, knownAt }: Asking,
  account: AccountSource | null,
): Promise<readonly RecordedRecognition[]> {
  if (account === null || !requirement.routes.includes('SOSE_RECOGNITION')) return [];
  return asKnown(context, (await recognitionsOf(context, account)) ?? [], knownAt);
}

/** The same of a number that no account visible to the caller has: a recognition may be public where the standing is not (W.4). */
export async function recognitionsNumbered(
  context: Context,
  { requirement, knownAt }: Asking,
  subjects: readonly Subject[],
): Promise<readonly RecordedRecognition[]> {
  if (!requirement.routes.includes('SOSE_RECOGNITION')) return [];
  const numbers = subjects.filter(({ kind }) => kind === 'wsibAccount').map(({ value }) => value);
  const found = await Promise.all(numbers.map((number) => context.loader(recognitionsByWsibAccount).load(number)));
  return asKnown(context, found.flat(), knownAt);
}

/** those that are visible now and were on record then, as they were recorded. One that was removed since is not known. */
async function asKnown(
  context: Context,
  recognitions: readonly SoseRecognitionSource[],
  knownAt: Instant | null,
): Promise<readonly RecordedRecognition[]> {
  if (knownAt === null) return recognitions;
  const ids = recognitions.flatMap(({ id }) => fromGlobalId(id, 'SoseRecognition')?.uuid ?? []);
  const then = await Promise.all(ids.map((id) => context.loader(recognitionThen).load({ id, knownAt })));
  return then.filter((each) => each !== null);
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
