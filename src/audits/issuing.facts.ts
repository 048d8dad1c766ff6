import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { AccountRow } from '../database/tables/account.table.ts';
import { snapshot } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { recordId } from '../mutations/record-id.ts';
import type { IssuingFacts } from '../rules/recording/issuing-facts.ts';
import { accountFacts, type StoredFacts } from '../standing/standing.facts.ts';
import { statementsOf } from '../standing/statement.facts.ts';
import { auditFilesByAccount, auditNamingsByAccount, auditorsOnFile } from './audit-file.facts.ts';

/** The facts of an account that the law of issuing judges, with the ids its documents are stored under. */
export type StoredIssuingFacts = Omit<IssuingFacts, keyof StoredFacts> & StoredFacts;

/** The same facts of an account whose own facts are already read: a fixed number of statements. */
export async function withIssuingFacts(tx: EntityManager, accountId: string, facts: StoredFacts): Promise<StoredIssuingFacts> {
  const ids = [accountId];
  const { wsibAccount } = await tx.findOneByOrFail(AccountRow, { id: accountId });
  const audits = await auditFilesByAccount(tx, ids);
  const auditors = await auditorsOnFile(tx, ids);
  const namings = await auditNamingsByAccount(tx, ids);
  const statements = await statementsOf(tx, ids);
  return {
    ...facts,
    audits: audits.get(accountId) ?? [],
    auditors: auditors.get(accountId) ?? [],
    namings: namings.get(accountId) ?? [],
    wsibStatements: statements.get(accountId)?.wsibStatements ?? [],
    hasWsibAccount: wsibAccount !== null,
  };
}

/** The same by account id, as currently recorded: for callers who see the whole file. */
export const issuingFactsByAccount = (source: DataSource): DataLoader<string, StoredIssuingFacts | null> =>
  new DataLoader((ids) => snapshot(source, async (tx) => readInTurn(ids, (id) => issuingFacts(tx, id))));

/** One after the other: they share a connection. */
async function readInTurn<Key, Thing>(keys: readonly Key[], read: (key: Key) => Promise<Thing>): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const key of keys) things.push(await read(key));
  return things;
}

/** Everything that the law of issuing judges of an account; null if there is none. */
export async function issuingFacts(tx: EntityManager, accountId: string): Promise<StoredIssuingFacts | null> {
  if (!(await tx.existsBy(AccountRow, { id: accountId }))) return null;
  const facts = (await accountFacts(tx, [accountId])).get(accountId);
  return facts ? withIssuingFacts(tx, accountId, facts) : null;
}

/** The id of an audit that a caller names; null if none is named. BAD_USER_INPUT if it is no audit of the account. */
export function auditOfFile({ audits }: IssuingFacts, audit: string | null, field: string): string | null {
  if (audit === null) return null;
  const named = recordId('audit', audit, 'Audit');
  if (!audits.some(({ id }) => id === named)) throw faults.BAD_USER_INPUT(field, `${field} must be an audit of the account.`);
  return named;
}
