import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import type { Day } from '../rules/calendar.ts';
import { lastDayToReport } from '../rules/standing/spot-check.ts';
import type { SpotCheck, SpotCheckEvent } from './spot-check.type.ts';

interface SpotCheckRecord {
  readonly id: string;
  readonly accountId: string;
  readonly receivedOn: Day;
  readonly correctiveAction: boolean;
  readonly scope: string | null;
  readonly events: SpotCheckEvent[];
  readonly version: number;
}

const spotChecks: FileRecords<SpotCheckRecord, SpotCheck> = {
  select: `select id, account_id as "accountId", received_on as "receivedOn", corrective_action as "correctiveAction", scope, version, coalesce((
      select json_agg(json_build_object('on', occurred_on, 'kind', kind) order by occurred_on, kind)
      from spot_check_event where spot_check_id = spot_check.id
    ), '[]') as events
    from spot_check`,
  account: 'account_id',
  id: 'id',
  order: 'received_on, id',
  shown: ({ id, receivedOn, correctiveAction, scope, events, version }) => ({
    id: toGlobalId('SpotCheck', id),
    receivedOn,
    correctiveAction,
    scope,
    lastDayToReport: correctiveAction ? lastDayToReport(receivedOn) : null,
    events,
    version,
  }),
};

/** Spot checks by their id, for callers who see the whole file. */
export const spotCheckById = fileRecordById(spotChecks);

/** The spot checks of an account in the order of their letters, for callers who see the whole file. */
export const spotChecksByAccount = fileRecordsByAccount(spotChecks);

export const spotCheckInUnit = recordInUnit(spotChecks);
