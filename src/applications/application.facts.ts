import type { EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import type { ApplicationInCycle } from '../rules/cycle/facts.ts';

interface StoredApplication extends ApplicationInCycle {
  readonly accountId: string;
}

/** The applications of accounts for registration, by account id: one statement, however many the accounts. */
export async function applicationsOf(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, ApplicationInCycle[]>> {
  const rows: StoredApplication[] = await tx.query(
    `select id, account_id as "accountId", applied_on as "appliedOn", acknowledged_on as "acknowledgedOn", verified_on as "verifiedOn",
       coalesce(confirmed_on, rejected_on) as "endedOn"
     from registration_application where account_id = any(${givenIds}) order by id`,
    [idArray(accountIds)],
  );
  const applications = new Map<string, ApplicationInCycle[]>(accountIds.map((id) => [id, []]));
  for (const { accountId, ...application } of rows) applications.get(accountId)?.push(application);
  return applications;
}
