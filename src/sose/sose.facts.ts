import type { EntityManager } from 'typeorm';
import { auditFactsByAccount } from '../audits/audit.facts.ts';
import { givenIds, idArray } from '../database/id-array.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import { type ActionPlanFact, type AuditorStanding, ERASED_NAME, type LeadAuditorFact, type SoseFacts } from '../rules/sose/facts.ts';
import { accountFacts } from '../standing/standing.facts.ts';
import { statementsOf } from '../standing/statement.facts.ts';

/** The SOSE facts that this registry holds about an employer. */
export type RecordedSoseFacts = Pick<SoseFacts, 'account' | 'leadAuditors' | 'actionPlans'>;

/** The SOSE facts about accounts, by account id, with an entry for each: a fixed number of statements, however many accounts. */
export async function recordedSoseFacts(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, RecordedSoseFacts>> {
  const standing = await accountFacts(tx, accountIds);
  const audits = await auditFactsByAccount(tx, accountIds);
  const statements = await statementsOf(tx, accountIds);
  const leadAuditors = byAccount(await leadAuditorsOf(tx, accountIds));
  const actionPlans = byAccount(await actionPlansOf(tx, accountIds));
  const recorded = [...standing].map(([id, facts]): [string, RecordedSoseFacts] => {
    const wsibStatements = statements.get(id)?.wsibStatements ?? [];
    const account: CycleFacts = { ...facts, audits: audits.get(id) ?? [], wsibStatements };
    return [id, { account, leadAuditors: leadAuditors.get(id) ?? [], actionPlans: actionPlans.get(id) ?? [] }];
  });
  return new Map(recorded);
}

/** The facts when there is no account. */
export const nothingRecorded: RecordedSoseFacts = {
  account: {
    registrations: [],
    certificates: [],
    biddingDocuments: [],
    spotChecks: [],
    revocations: [],
    transitionAudits: [],
    audits: [],
    wsibStatements: [],
  },
  leadAuditors: [],
  actionPlans: [],
};

interface OfAccount {
  readonly accountId: string;
}

function byAccount<Fact>(rows: readonly (Fact & OfAccount)[]): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>();
  for (const row of rows) {
    const its = facts.get(row.accountId);
    if (its) its.push(row);
    else facts.set(row.accountId, [row]);
  }
  return facts;
}

async function leadAuditorsOf(tx: EntityManager, accountIds: readonly string[]): Promise<(LeadAuditorFact & OfAccount)[]> {
  const rows: (OfAccount & { audit: string; name: string; standings: AuditorStanding[] })[] = await tx.query(
    `select audit.account_id as "accountId", audit_id as audit, coalesce(external_auditor.name, '${ERASED_NAME}') as name, coalesce((
        select json_agg(json_build_object('from', from_day, 'to', to_day, 'inGoodStanding', in_good_standing) order by from_day)
        from lead_auditor_standing where lead_auditor_id = lead_auditor.id
      ), '[]') as standings
     from lead_auditor join audit on audit.id = audit_id join external_auditor on external_auditor.id = auditor_id
     where audit.account_id = any(${givenIds})`,
    [idArray(accountIds)],
  );
  return rows.map((row) => ({ ...row, broughtBy: null }));
}

async function actionPlansOf(tx: EntityManager, accountIds: readonly string[]): Promise<(ActionPlanFact & OfAccount)[]> {
  const rows: (OfAccount & Omit<ActionPlanFact, 'broughtBy'>)[] = await tx.query(
    `select audit.account_id as "accountId", audit_id as audit, approved_on as "approvedOn", approved_by as "approvedBy",
       checked_on as "checkedOn", checked_by as "checkedBy", by_third_party as "byThirdParty"
     from sose_action_plan join audit on audit.id = audit_id where audit.account_id = any(${givenIds})`,
    [idArray(accountIds)],
  );
  return rows.map((row) => ({ ...row, broughtBy: null }));
}
