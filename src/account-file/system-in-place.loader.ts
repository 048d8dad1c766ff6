import { fileRecordById } from '../disclosure/file-loader.ts';
import type { Day } from '../rules/calendar.ts';

/** Since when the system of an account has been in place, for callers who see the whole file; null if not recorded. */
export const systemInPlaceByAccount = fileRecordById<{ id: string; accountId: string; since: Day | null }, Day | null>({
  select: 'select id, id as "accountId", system_in_place_since as since from account',
  account: 'id',
  organization: 'organization_id',
  id: 'id',
  order: 'id',
  shown: ({ since }) => since,
});
