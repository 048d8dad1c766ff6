import { logReading } from '../access/audit-log.ts';
import { actorOf, permitStaff } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import type { Day } from '../rules/calendar.ts';
import { stepsOf } from '../rules/recording/audit-steps.ts';
import { refuseAuditStep } from '../rules/recording/auditing.ts';
import type { AuditStep } from '../rules/recording/auditing-facts.ts';
import { refuseLostSupport } from '../rules/recording/keeping-support.ts';
import { accountFacts } from '../standing/standing.facts.ts';
import { withStep } from './audit-columns.ts';
import type { AuditStepReadinessSource } from './audit-step.type.ts';
import { companyOn } from './company-on.ts';
import { withIssuingFacts } from './issuing.facts.ts';
import { auditingFacts } from './locked-audit-life.ts';

/** Which steps of an audit may be recorded for a day; each reading is logged (G-8.a). */
export async function auditReadiness(
  context: Context,
  globalId: string,
  on: Day,
  auditorId: string | null,
): Promise<readonly AuditStepReadinessSource[] | null> {
  permitStaff(context.caller, 'recording as IHSA’s staff');
  const id = fromGlobalId(globalId, 'Audit')?.uuid;
  const auditor = (auditorId && fromGlobalId(auditorId, 'ExternalAuditor')?.uuid) || null;
  if (id === undefined) return null;
  return context.primary((source) =>
    source.transaction('REPEATABLE READ', async (tx) => {
      const row = await tx.findOneBy(AuditRow, { id });
      const stored = row && (await accountFacts(tx, [row.accountId])).get(row.accountId);
      if (!row || !stored) return null;
      const act = { action: 'readAudits', subject: row.accountId, details: { audits: [id] }, requestId: context.requestId };
      await logReading({ manager: tx }, actorOf(context.caller), act);
      const facts = await auditingFacts(tx, row.accountId, stored, auditor === null ? [] : [auditor]);
      const audit = facts.audits.find((each) => each.id === id);
      if (!audit) return null;
      const company = auditor === null ? null : await companyOn(tx, auditor, on);
      const file = await withIssuingFacts(tx, row.accountId, stored);
      const supportLost = (step: AuditStep) =>
        refuseLostSupport(file, { ...file, audits: file.audits.map((each) => (each.id === id ? withStep(each, step, on) : each)) }, null);
      return stepsOf(audit.type)
        .filter((step) => step !== 'AUDITOR_SELECTED' || auditor !== null)
        .map((step) => {
          const refusal = refuseAuditStep(facts, { audit, step, on, auditor, company }) ?? supportLost(step);
          return { step, isReady: refusal === null, refusal };
        });
    }),
  );
}
