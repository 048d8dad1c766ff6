import { auditorOfName } from '../auditors/named-auditor.ts';
import { LeadAuditorRow } from '../database/tables/lead-auditor.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { nothingToCorrect } from '../mutations/correct.service.ts';
import { alterRecord, refuseOtherVersion, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import type { Refusal } from '../rules/decision.ts';
import { ERASED_NAME } from '../rules/sose/facts.ts';
import { refuseSecondLeadAuditor } from '../rules/sose/recognition.ts';
import type { AuditorStandingInput } from './applicant.input.ts';
import type { AlterLeadAuditorInput, RecordLeadAuditorInput } from './lead-auditor.input.ts';
import { leadAuditorInUnit } from './lead-auditor.loader.ts';
import type { LeadAuditor } from './lead-auditor.type.ts';
import { lockedAudit } from './locked-audit.ts';

type Outcome = Promise<Written<LeadAuditor> | Refusal>;

/** records who led an external audit, and what is stated about the auditor's standing. */
export async function recordLeadAuditor(unit: Unit, { audit, name, standings }: RecordLeadAuditorInput): Outcome {
  refuseDisorder(standings);
  const { id: auditId, accountId } = await lockedAudit(unit, audit, ['EXTERNAL']);
  const known = await unit.tx.findOneBy(LeadAuditorRow, { auditId });
  const refusal = refuseSecondLeadAuditor(known && ((await leadAuditorInUnit(unit.tx, auditId)).name ?? ERASED_NAME));
  if (refusal) return refusal;
  const { identifiers } = await unit.tx.insert(LeadAuditorRow, { auditId, auditorId: await auditorOfName(unit, name.trim()) });
  await writeStandings(unit, String(identifiers[0]?.id), standings);
  await recordAuditEvent(unit, 'LEAD_AUDITOR_CHANGED', [auditId]);
  return { thing: await leadAuditorInUnit(unit.tx, auditId), subject: accountId };
}

/** Changes what is on record about a lead auditor, or removes one that was recorded in error. */
export async function alterLeadAuditor(unit: Unit, input: AlterLeadAuditorInput): Outcome {
  refuseDisorder(input.standings ?? []);
  const { id: auditId, accountId } = await lockedAudit(unit, input.audit, null);
  const row = await unit.tx.findOneBy(LeadAuditorRow, { auditId });
  if (!row) throw faults.NOT_FOUND('lead auditor');
  refuseOtherVersion(row, input.expectedVersion);
  const was = await leadAuditorInUnit(unit.tx, auditId);
  const record = { id: row.id, expectedVersion: input.expectedVersion };
  if (input.recordedInError) {
    await removeRecord(unit, LeadAuditorRow, record);
    await recordAuditEvent(unit, 'LEAD_AUDITOR_CHANGED', [auditId]);
    return { thing: { ...was, version: null }, subject: accountId };
  }
  await change(unit, row, was, input);
  await recordAuditEvent(unit, 'LEAD_AUDITOR_CHANGED', [auditId]);
  return { thing: await leadAuditorInUnit(unit.tx, auditId), subject: accountId };
}

// The version is the lead auditor's, so it rises even if only a statement changes.
async function change(unit: Unit, row: LeadAuditorRow, was: LeadAuditor, input: AlterLeadAuditorInput): Promise<void> {
  const name = input.name?.trim() ?? was.name;
  const record = { id: row.id, expectedVersion: input.expectedVersion };
  const standings = input.standings ?? null;
  if (name === was.name && (standings === null || written(standings) === written(was.standings))) throw nothingToCorrect();
  const auditorId = name === was.name || name === null ? row.auditorId : await auditorOfName(unit, name);
  await alterRecord(unit, LeadAuditorRow, record, { auditorId, version: () => 'version + 1' });
  if (standings === null) return;
  await unit.tx.query('delete from lead_auditor_standing where lead_auditor_id = $1', [record.id]);
  await writeStandings(unit, record.id, standings);
}

const written = (standings: readonly AuditorStandingInput[]): string =>
  standings
    .map(({ from, to, inGoodStanding }) => `${from} ${inGoodStanding} ${to ?? ''}`)
    .sort()
    .join();

async function writeStandings({ tx }: Unit, leadAuditorId: string, standings: readonly AuditorStandingInput[]): Promise<void> {
  await tx.query(
    `insert into lead_auditor_standing (lead_auditor_id, from_day, to_day, in_good_standing)
     select $1, * from unnest($2::date[], $3::date[], $4::boolean[])`,
    [
      leadAuditorId,
      standings.map(({ from }) => from),
      standings.map(({ to }) => to ?? null),
      standings.map(({ inGoodStanding }) => inGoodStanding),
    ],
  );
}

function refuseDisorder(standings: readonly AuditorStandingInput[]): void {
  for (const [at, { from, to }] of standings.entries()) {
    const field = `input.standings[${at}].to`;
    if (to && to < from) throw faults.BAD_USER_INPUT(field, `${field} must not be before the first day.`);
  }
}
