import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import type { Day } from '../rules/calendar.ts';
import {
  type AppealFact,
  type AppealLevelFact,
  acknowledgementDueOn,
  deniedAt,
  dueOn,
  lastDayForSecondLevel,
} from '../rules/cycle/appeal.ts';
import type { Appeal, AppealLevel } from './appeal.type.ts';

/** An appeal with the account it is of. */
export interface AppealSource extends Appeal {
  readonly accountId: string;
}

type StoredLevel = AppealLevelFact & { readonly decision: string | null };

interface AppealRecord extends AppealFact {
  readonly accountId: string;
  readonly grounds: string;
  readonly agreement: string | null;
  readonly levels: readonly StoredLevel[];
  readonly version: number;
}

const appeals: FileRecords<AppealRecord, AppealSource> = {
  select: `select id, account_id as "accountId", audit_id as audit, grounds, agreed_on as "agreedOn", agreement, version, coalesce((
      select json_agg(json_build_object('level', level, 'filedOn', filed_on, 'acknowledgedOn', acknowledged_on, 'decidedOn', decided_on,
        'outcome', outcome, 'decision', decision) order by level)
      from appeal_level where appeal_id = appeal.id
    ), '[]') as levels
    from appeal`,
  account: 'account_id',
  id: 'id',
  order: 'id',
  shown: (appeal) => ({
    ...appeal,
    id: toGlobalId('Appeal', appeal.id),
    audit: toGlobalId('Audit', appeal.audit),
    levels: reachedLevels(appeal).map((level) => levelOf(appeal, level)),
    lastDayForSecondLevel: secondLevelBy(appeal),
  }),
};

/** G-7.d: nobody files level 3, so it is reached by the denial at level 2, before anything is recorded of it. */
function reachedLevels(appeal: AppealRecord): readonly StoredLevel[] {
  const isAwaited = deniedAt(appeal, 2) !== null && appeal.agreedOn === null && appeal.levels.every(({ level }) => level !== 3);
  return isAwaited ? [...appeal.levels, finalReviewAwaited] : appeal.levels;
}

const finalReviewAwaited: StoredLevel = { level: 3, filedOn: null, acknowledgedOn: null, decidedOn: null, outcome: null, decision: null };

const levelOf = (appeal: AppealFact, level: StoredLevel): AppealLevel => ({
  ...level,
  acknowledgementDueOn: level.level === 3 || level.filedOn === null ? null : acknowledgementDueOn(level.level, level.filedOn),
  decisionDueOn: dueOn(appeal, level.level),
});

function secondLevelBy(appeal: AppealFact): Day | null {
  const deniedOn = deniedAt(appeal, 1);
  return deniedOn && lastDayForSecondLevel(deniedOn);
}

/** Appeals by their id, for callers who see the whole file. */
export const appealById = fileRecordById(appeals);

/** The appeals of an account in the order in which they were recorded, for callers who see the whole file. */
export const appealsByAccount = fileRecordsByAccount(appeals);

export const appealInUnit = recordInUnit(appeals);
