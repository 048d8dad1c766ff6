import type { EntityManager } from 'typeorm';
import { decideAuditScore } from '../rules/cycle/audit-score.ts';
import type { AuditFact } from '../rules/cycle/facts.ts';
import { type AuditSource, auditInUnit, auditRowsOf } from './audit.loader.ts';

/** An audit as the law knows it, with the account it is of. */
export interface StoredAuditFact extends AuditFact {
  readonly accountId: string;
}

/** The audit of an id, which must exist. */
export const auditFact = async (tx: EntityManager, id: string): Promise<StoredAuditFact> => factOf(id, await auditInUnit(tx, id));

/** The audits of accounts, by account id: one statement, however many the accounts. */
export async function auditFactsByAccount(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, AuditFact[]>> {
  const facts = new Map<string, AuditFact[]>();
  for (const { accountId, ...fact } of (await auditRowsOf(tx, accountIds)).map((row) => factOf(row.id, row))) {
    const its = facts.get(accountId);
    if (its) its.push(fact);
    else facts.set(accountId, [fact]);
  }
  return facts;
}

/** Whether an audit passed follows from its scores; null where not all of them are recorded. */
function factOf(
  id: string,
  { overall, legislated, elements, completedOn, ...audit }: Omit<AuditSource, 'planApprovalDueOn'>,
): StoredAuditFact {
  const { accountId, type, tool, startedOn, receivedOn, reportedOn, closedOn } = audit;
  const on = completedOn ?? reportedOn;
  const scores =
    overall !== null && legislated !== null && on !== null ? decideAuditScore({ tool, overall, legislated, elements }, on) : null;
  const passed = scores === null || scores.outcome === 'BAD_INPUT' ? null : scores.outcome === 'PASSED';
  return { id, accountId, type, tool, startedOn, completedOn, receivedOn, reportedOn, closedOn, passed };
}
