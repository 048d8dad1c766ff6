import { logReading } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { type AuditSource, auditById, auditsByAccount } from './audit.loader.ts';

/** An audit by its id, for callers who see the whole file; each read is logged (G-8.a). */
export async function readAudit(context: Context, id: string): Promise<AuditSource | null> {
  const audit = await context.loader(auditById).load(id);
  if (audit) await log(context, audit.accountId, [audit]);
  return audit;
}

/** The audits of an account, for the same callers and logged as well. */
export async function readAudits(context: Context, accountId: string): Promise<readonly AuditSource[]> {
  const audits = await context.loader(auditsByAccount).load(accountId);
  if (audits.length > 0) await log(context, accountId, audits);
  return audits;
}

function log(context: Context, subject: string, audits: readonly AuditSource[]): Promise<void> {
  const { caller, requestId } = context;
  const act = { action: 'readAudits', subject, details: { audits: audits.map(({ id }) => id) }, requestId };
  return context.primary((source) => logReading(source, actorOf(caller), act));
}
