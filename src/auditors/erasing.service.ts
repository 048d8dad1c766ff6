import { ExternalAuditorRow } from '../database/tables/external-auditor.table.ts';
import { lockAccounts, type Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { refuseOtherVersion } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseErasingAuditor } from '../rules/recording/personal-data.ts';
import type { EraseExternalAuditorInput } from './external-auditor.input.ts';
import { auditorInUnit } from './external-auditor.loader.ts';
import type { ExternalAuditor } from './external-auditor.type.ts';

/** erases the name of an external auditor, also from the history and the log. What was recorded stays, without the name. */
export async function eraseExternalAuditor(unit: Unit, input: EraseExternalAuditorInput): Promise<Written<ExternalAuditor> | Refusal> {
  const id = recordId('auditor', input.auditor, 'ExternalAuditor');
  const audits = await auditsOf(unit, id);
  await lockAccounts(unit, accountsOf(audits));
  const auditor = await unit.tx.findOne(ExternalAuditorRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!auditor) throw faults.NOT_FOUND('external auditor');
  refuseOtherVersion(auditor, input.expectedVersion);
  // Accounts are locked before auditors: an audit that another unit has recorded meanwhile is of an account that is not locked.
  if ((await auditsOf(unit, id)).length !== audits.length) throw faults.CONFLICT(auditor.version);
  const { listed } = await listedDays(unit, id);
  const awaitsReport = audits.some((audit) => audit.awaitsReport);
  const refusal = refuseErasingAuditor({ listed, awaitsReport, erasedOn: auditor.erasedOn }, unit.today);
  if (refusal) return refusal;
  const auditIds = audits.filter(({ isByAuditor }) => isByAuditor).map((audit) => audit.id);
  await unit.tx.query('select erase_auditor($1, $2, $3, $4, $5)', [id, unit.today, auditIds, accountsOf(audits), unit.recordingId]);
  await recordAuditEvent(
    unit,
    'AUDITOR_ERASED',
    audits.map((audit) => audit.id),
  );
  return { thing: await auditorInUnit(unit.tx, id), subject: id };
}

interface AuditOfAuditor {
  readonly id: string;
  readonly accountId: string;
  /** The auditor made it; otherwise led it alone. */
  readonly isByAuditor: boolean;
  readonly awaitsReport: boolean;
}

const accountsOf = (audits: readonly AuditOfAuditor[]): string[] => [...new Set(audits.map(({ accountId }) => accountId))];

/** The audits that an auditor made or led; those that have only a name are of the first entry with that name. */
const auditsOf = ({ tx }: Unit, id: string): Promise<AuditOfAuditor[]> => tx.query(auditsSql, [id]);

const auditsSql = `
  select audit.id, account_id as "accountId", made.is_so as "isByAuditor", made.is_so and audit.type in ('EXTERNAL', 'RE_AUDIT')
    and coalesce(reported_on, report_approved_on, report_received_on, closed_on) is null as "awaitsReport"
  from audit cross join lateral (
    select coalesce(external_auditor_id = $1, auditor = (select name from external_auditor where id = $1)
      and (select min(id::text)::uuid from external_auditor where name = auditor) = $1, false) as is_so
  ) as made
  where made.is_so or audit.id in (select audit_id from lead_auditor where auditor_id = $1) order by audit.id`;

async function listedDays({ tx }: Unit, id: string): Promise<{ listed: { from: string; to: string | null }[] }> {
  const listed = await tx.query('select from_day as from, to_day as to from approved_list_period where auditor_id = $1 order by from_day', [
    id,
  ]);
  return { listed };
}
