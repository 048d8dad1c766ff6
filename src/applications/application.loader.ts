import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import type { RegistrationApplicationRow } from '../database/tables/registration-application.table.ts';
import { snapshot } from '../database/unit-of-work.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import { applicationStatus } from '../rules/recording/applying.ts';
import type { RegistrationFacts } from '../rules/recording/issuing.ts';
import { accountFacts } from '../standing/standing.facts.ts';
import { statementsOf } from '../standing/statement.facts.ts';
import type { RegistrationApplication } from './application.type.ts';

type ApplicationRecord = Omit<RegistrationApplicationRow, 'account' | 'registration' | 'appliedBy'>;

/** An application as a query hands it to GraphQL; its account is found by the id. */
export interface ApplicationSource extends RegistrationApplication {
  readonly accountId: string;
}

const applications: FileRecords<ApplicationRecord, ApplicationSource> = {
  select: `select id, account_id as "accountId", wsib_account as "wsibAccount", firm_number as "firmNumber", applied_on as "appliedOn",
      acknowledged_on as "acknowledgedOn", verified_on as "verifiedOn", rejected_on as "rejectedOn", rejected_for as "rejectedFor",
      rejection_reason as "rejectionReason", confirmed_on as "confirmedOn", registration_id as "registrationId", version
    from registration_application`,
  account: 'account_id',
  id: 'id',
  order: 'applied_on, id',
  shown: ({ id, accountId, registrationId, ...row }) => ({
    ...row,
    id: toGlobalId('RegistrationApplication', id),
    accountId,
    account: toGlobalId('Account', accountId),
    status: applicationStatus(row),
    registration: registrationId && toGlobalId('Registration', registrationId),
  }),
};

/** Applications by their id, for callers who see the whole file. */
export const applicationById = fileRecordById(applications);

/** The applications of an account in order of their days, for callers who see the whole file. */
export const applicationsByAccount = fileRecordsByAccount(applications);

export const applicationInUnit = recordInUnit(applications);

/** The facts by which the confirmation of an application is judged, unmasked: for callers who see the whole file. */
export const registrationFactsByAccount = (source: DataSource, _context: Context): DataLoader<string, RegistrationFacts> =>
  new DataLoader(async (ids) => {
    const { facts, statements } = await snapshot(source, async (tx) => ({
      facts: await accountFacts(tx, ids),
      statements: await statementsOf(tx, ids),
    }));
    return ids.map((id) => {
      const its = facts.get(id);
      if (!its) throw new Error('The facts of an account were not read.');
      return { ...its, wsibStatements: statements.get(id)?.wsibStatements ?? [] };
    });
  });
