import type { Context } from '../contract/context.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import type { AuditType } from '../rules/cycle/facts.ts';
import type { AuditStep } from '../rules/recording/auditing-facts.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';

/** G-2.4.b, G-2.4.j, G-2.5.b: the audits that an organization conducts itself. */
const ownTypes: readonly AuditType[] = ['INITIAL_INTERNAL', 'MAINTENANCE', 'TRANSITION', 'RECERTIFICATION_INTERNAL'];

/** The steps of its internal audits that an organization records itself; IHSA records all others. */
export const ownSteps: readonly AuditStep[] = ['STARTED', 'COMPLETED', 'SIGNED_OFF', 'SUBMITTED', 'ACTION_PLAN_SUBMITTED', 'SCORED'];

/** Whether a caller may record only its own audits. */
export const isOrganization = ({ caller }: Context): boolean => caller.scope === 'organization';

/** Throws FORBIDDEN for a caller who is neither staff nor, for steps that organizations record themselves, an organization. */
export function permitRecording(context: Context, isOwn: boolean): void {
  const { scope } = context.caller;
  if (scope === 'staff' || scope === 'admin' || (isOwn && scope === 'organization')) return;
  throw faults.FORBIDDEN('recording as IHSA’s staff');
}

/** Throws NOT_FOUND for an audit that the caller may not record: to an organization, another's looks like one that does not exist. */
export async function permitAudit({ tx }: Unit, context: Context, auditId: string): Promise<void> {
  if (!isOrganization(context)) return;
  const audit = await tx.findOneBy(AuditRow, { id: auditId });
  if (!audit) throw faults.NOT_FOUND('audit');
  const account = await tx.findOneByOrFail(AccountRow, { id: audit.accountId });
  if (!seesWholeFile(viewerOf(context, account))) throw faults.NOT_FOUND('audit');
  if (!ownTypes.includes(audit.type)) throw faults.FORBIDDEN('recording as IHSA’s staff');
}

/** The same for an account for which an audit is begun. */
export async function permitAccount({ tx }: Unit, context: Context, accountId: string, type: AuditType): Promise<void> {
  if (!isOrganization(context)) return;
  const account = await tx.findOneBy(AccountRow, { id: accountId });
  if (!account || !seesWholeFile(viewerOf(context, account))) throw faults.NOT_FOUND('account');
  if (!ownTypes.includes(type)) throw faults.FORBIDDEN('recording as IHSA’s staff');
}
