import { SoseActionPlanRow } from '../database/tables/action-plan.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { corrections, differingFields } from '../mutations/correct.service.ts';
import { alterRecord, refuseFutureDay, refuseOtherVersion, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseSecondActionPlan } from '../rules/sose/recognition.ts';
import type { AlterSoseActionPlanInput, RecordSoseActionPlanInput } from './action-plan.input.ts';
import { actionPlanInUnit } from './action-plan.loader.ts';
import type { SoseActionPlan } from './action-plan.type.ts';
import { lockedAudit } from './locked-audit.ts';

type Outcome = Promise<Written<SoseActionPlan> | Refusal>;

const nothingYet: Omit<SoseActionPlan, 'version'> = {
  approvedOn: null,
  approvedBy: null,
  checkedOn: null,
  checkedBy: null,
  byThirdParty: null,
};

const withPlans = ['EXTERNAL', 'RE_AUDIT'] as const;

/** X-1b: records the action plan after an audit, as far as it has come. */
export async function recordSoseActionPlan(unit: Unit, input: RecordSoseActionPlanInput): Outcome {
  const plan = given(input);
  refuseUnsound(unit, plan);
  const { id: auditId, accountId } = await lockedAudit(unit, input.audit, withPlans);
  const refusal = refuseSecondActionPlan(await unit.tx.existsBy(SoseActionPlanRow, { auditId }));
  if (refusal) return refusal;
  await unit.tx.insert(SoseActionPlanRow, { auditId, ...nothingYet, ...differingFields(nothingYet, plan) });
  await recordAuditEvent(unit, 'SOSE_ACTION_PLAN_CHANGED', [auditId]);
  return { thing: await actionPlanInUnit(unit.tx, auditId), subject: accountId };
}

/** Changes what is on record about an action plan, or removes one that was recorded in error. */
export async function alterSoseActionPlan(unit: Unit, input: AlterSoseActionPlanInput): Outcome {
  const { id: auditId, accountId } = await lockedAudit(unit, input.audit, null);
  const row = await unit.tx.findOneBy(SoseActionPlanRow, { auditId });
  if (!row) throw faults.NOT_FOUND('action plan');
  refuseOtherVersion(row, input.expectedVersion);
  const record = { id: row.id, expectedVersion: input.expectedVersion };
  if (input.recordedInError) {
    const was = await actionPlanInUnit(unit.tx, auditId);
    await removeRecord(unit, SoseActionPlanRow, record);
    await recordAuditEvent(unit, 'SOSE_ACTION_PLAN_CHANGED', [auditId]);
    return { thing: { ...was, version: null }, subject: accountId };
  }
  const changes = corrections(row, given(input));
  refuseUnsound(unit, { ...row, ...changes });
  await alterRecord(unit, SoseActionPlanRow, record, changes);
  await recordAuditEvent(unit, 'SOSE_ACTION_PLAN_CHANGED', [auditId]);
  return { thing: await actionPlanInUnit(unit.tx, auditId), subject: accountId };
}

type Given = { readonly [Name in keyof Omit<SoseActionPlan, 'version'>]?: SoseActionPlan[Name] | undefined };

const given = ({ approvedOn, approvedBy, checkedOn, checkedBy, byThirdParty }: Given) => ({
  approvedOn,
  approvedBy: approvedBy?.trim() ?? approvedBy,
  checkedOn,
  checkedBy: checkedBy?.trim() ?? checkedBy,
  byThirdParty,
});

/** Events lie in the past, and corrections are checked after their plan was approved. */
function refuseUnsound(unit: Unit, { approvedOn, checkedOn }: Given): void {
  if (approvedOn) refuseFutureDay('approvedOn', approvedOn, unit);
  if (checkedOn) refuseFutureDay('checkedOn', checkedOn, unit);
  if (approvedOn && checkedOn && checkedOn < approvedOn) {
    throw faults.BAD_USER_INPUT('input.checkedOn', 'input.checkedOn must not be before the day of the approval.');
  }
}
