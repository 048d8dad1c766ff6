import type { EntityManager } from 'typeorm';
import { decideAuditScore } from '../rules/cycle/audit-score.ts';
import type { AuditFact, AuditInCycle } from '../rules/cycle/facts.ts';
import { type AuditSource, auditInUnit } from './audit.loader.ts';
import { auditFilesByAccount } from './audit-file.facts.ts';

/** An audit as the law sees it, with its account. */
export interface StoredAuditFact extends AuditFact {
  readonly accountId: string;
}

/** The audit with an id, which must exist. */
export const auditFact = async (tx: EntityManager, id: string): Promise<StoredAuditFact> => factOf(id, await auditInUnit(tx, id));

/** The audits of accounts with their steps and scores, by account id: one statement, however many the accounts. */
export async function auditFactsByAccount(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, AuditInCycle[]>> {
  const files = await auditFilesByAccount(tx, accountIds);
  return new Map([...files].flatMap(([account, audits]) => (audits.length > 0 ? [[account, audits] as const] : [])));
}

/** Whether an audit passed, which follows from its scores; null if not all of them are recorded. */
function factOf(
  id: string,
  { overall, legislated, elements, completedOn, ...audit }: Omit<AuditSource, 'planApprovalDueOn' | 'unpaidHolds'>,
): StoredAuditFact {
  const { accountId, type, tool, startedOn, receivedOn, reportedOn, closedOn } = audit;
  const on = completedOn ?? reportedOn;
  const scores =
    overall !== null && legislated !== null && on !== null ? decideAuditScore({ tool, overall, legislated, elements }, on) : null;
  const passed = scores === null || scores.outcome === 'BAD_INPUT' ? null : scores.outcome === 'PASSED';
  return { id, accountId, type, tool, startedOn, completedOn, receivedOn, reportedOn, closedOn, passed };
}
