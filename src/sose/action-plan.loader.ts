import { type FileRecords, fileRecordById, recordInUnit } from '../disclosure/file-loader.ts';
import type { SoseActionPlan } from './action-plan.type.ts';

interface ActionPlanRecord extends SoseActionPlan {
  /** Of the audit: it has one action plan. */
  readonly id: string;
  readonly accountId: string;
}

const actionPlans: FileRecords<ActionPlanRecord, SoseActionPlan> = {
  select: `select audit_id as id, (select account_id from audit where audit.id = audit_id) as "accountId", approved_on as "approvedOn",
      approved_by as "approvedBy", checked_on as "checkedOn", checked_by as "checkedBy", by_third_party as "byThirdParty", version
    from sose_action_plan`,
  account: '(select account_id from audit where audit.id = audit_id)',
  id: 'audit_id',
  order: 'audit_id',
  shown: ({ approvedOn, approvedBy, checkedOn, checkedBy, byThirdParty, version }) => ({
    ...{ approvedOn, approvedBy, checkedOn, checkedBy, byThirdParty, version },
  }),
};

/** SOSE action plans by the id of their audit, for callers who see the whole file. */
export const actionPlanByAudit = fileRecordById(actionPlans);

export const actionPlanInUnit = recordInUnit(actionPlans);
