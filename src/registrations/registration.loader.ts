import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import type { Day } from '../rules/calendar.ts';
import type { Registration } from './registration.type.ts';

interface RegistrationRecord {
  readonly id: string;
  readonly accountId: string;
  readonly number: string;
  readonly confirmedOn: Day;
  readonly withdrawnOn: Day | null;
  readonly version: number;
}

const registrations: FileRecords<RegistrationRecord, Registration> = {
  select: `select id, account_id as "accountId", number, confirmed_on as "confirmedOn", withdrawn_on as "withdrawnOn", version
    from registration`,
  account: 'account_id',
  id: 'id',
  order: 'confirmed_on, id',
  shown: ({ id, number, confirmedOn, withdrawnOn, version }) => ({
    id: toGlobalId('Registration', id),
    number,
    confirmedOn,
    withdrawnOn,
    version,
  }),
};

/** Registrations by their id, for callers who see the whole file. */
export const registrationById = fileRecordById(registrations);

/** The registrations of an account in the order of their confirmation, for callers who see the whole file. */
export const registrationsByAccount = fileRecordsByAccount(registrations);

export const registrationInUnit = recordInUnit(registrations);
