import { shownFacts, shownReasons } from '../accounts/shown-period.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Reason } from '../rules/decision.ts';
import type { ShownFacts } from '../rules/standing/disclosure.ts';
import type { Subject, SubjectPeriod } from '../standing/standing-period.sql.ts';
import { type Question, verificationLoader } from './verification.loader.ts';

/** An account whose standing on the day is visible to the caller, with that standing as shown. */
export interface VisibleAccount {
  readonly row: SubjectPeriod;
  readonly shown: ShownFacts;
  /** Its reasons as shown. */
  readonly consulted: () => readonly Reason[];
}

/** The visible accounts that some subjects name, each once, and the instant as of which they are known. */
export interface VisibleAnswer {
  readonly accounts: readonly VisibleAccount[];
  readonly knownAt: Instant;
}

/** The day, the instant as of which it is known (null: now), and whether the reasons and the ids of documents are read; default: yes. */
interface AskedAccounts extends Pick<Question, 'on' | 'knownAt'>, Partial<Pick<Question, 'withReasons' | 'withIds'>> {}

/** Every visible account that any of the subjects names; all such questions of a request go in one statement. */
export async function verifyAccounts(
  context: Context,
  subjects: readonly Subject[],
  { on, knownAt, withReasons = true, withIds = true }: AskedAccounts,
): Promise<VisibleAnswer> {
  const answer = await context.loader(verificationLoader).load({ rows: [subjects], on, knownAt, withReasons, withIds });
  const visible = answer.rows.flatMap(({ periods }) => periods).flatMap((rows) => visibleOf(context, rows));
  const byId = new Map(visible.map((account) => [account.row.accountId, account]));
  return { accounts: [...byId.values()], knownAt: answer.knownAt };
}

/** Those of some accounts whose standing is visible to the caller. */
export function visibleOf(context: Context, rows: readonly SubjectPeriod[]): readonly VisibleAccount[] {
  const visible: VisibleAccount[] = [];
  for (const row of rows) {
    const viewer = viewerOf(context, row);
    const shown = shownFacts(viewer, row);
    if (shown.standing !== 'NO_CURRENT_CERTIFICATION') visible.push({ row, shown, consulted: () => shownReasons(viewer, row) });
  }
  return visible;
}
