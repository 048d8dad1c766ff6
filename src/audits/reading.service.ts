import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { logReading, logReadings } from '../access/audit-log.ts';
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
export const readAudits = (context: Context, accountId: string): Promise<readonly AuditSource[]> =>
  context.loader(auditsReadByAccount).load(accountId);

/** The audits of many accounts are read by one statement, and logged by one. */
const auditsReadByAccount = (_source: DataSource, context: Context): DataLoader<string, readonly AuditSource[]> =>
  new DataLoader(async (accountIds) => {
    const audits = await Promise.all(accountIds.map((id) => context.loader(auditsByAccount).load(id)));
    const read = accountIds.flatMap((subject, at) => {
      const its = audits[at] ?? [];
      return its.length > 0 ? [{ subject, details: { audits: its.map(({ id }) => id) } }] : [];
    });
    const act = { action: 'readAudits', requestId: context.requestId };
    await context.primary((primary) => logReadings(primary, actorOf(context.caller), act, read));
    return audits;
  });

function log(context: Context, subject: string, audits: readonly AuditSource[]): Promise<void> {
  const { caller, requestId } = context;
  const act = { action: 'readAudits', subject, details: { audits: audits.map(({ id }) => id) }, requestId };
  return context.primary((source) => logReading(source, actorOf(caller), act));
}
