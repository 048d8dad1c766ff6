import type { EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import type { AppealFact } from '../rules/cycle/appeal.ts';

interface StoredAppeal extends AppealFact {
  readonly accountId: string;
}

/** The appeals of accounts, by account id: one statement, however many the accounts. */
export async function appealsOf(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, AppealFact[]>> {
  const rows: StoredAppeal[] = await tx.query(
    `select id, account_id as "accountId", audit_id as audit, agreed_on as "agreedOn", (
       select coalesce(json_agg(json_build_object('level', level, 'filedOn', filed_on, 'acknowledgedOn', acknowledged_on,
         'decidedOn', decided_on, 'outcome', outcome) order by level), '[]')
       from appeal_level where appeal_id = appeal.id
     ) as levels
     from appeal where account_id = any(${givenIds}) order by id`,
    [idArray(accountIds)],
  );
  const appeals = new Map<string, AppealFact[]>(accountIds.map((id) => [id, []]));
  for (const { accountId, ...appeal } of rows) appeals.get(accountId)?.push(appeal);
  return appeals;
}
