import { logReading } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { type AppealSource, appealById, appealsByAccount } from './appeal.loader.ts';

/** An appeal by its id, for callers who see the whole file; each read is logged (G-8.a). */
export async function readAppeal(context: Context, id: string): Promise<AppealSource | null> {
  const appeal = await context.loader(appealById).load(id);
  if (appeal) await log(context, appeal.accountId, [appeal]);
  return appeal;
}

/** The appeals of an account, likewise. */
export async function readAppeals(context: Context, accountId: string): Promise<readonly AppealSource[]> {
  const appeals = await context.loader(appealsByAccount).load(accountId);
  if (appeals.length > 0) await log(context, accountId, appeals);
  return appeals;
}

function log(context: Context, subject: string, appeals: readonly AppealSource[]): Promise<void> {
  const { caller, requestId } = context;
  const act = { action: 'readAppeals', subject, details: { appeals: appeals.map(({ id }) => id) }, requestId };
  return context.primary((source) => logReading(source, actorOf(caller), act));
}
