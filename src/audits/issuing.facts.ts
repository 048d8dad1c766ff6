import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
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
  const found = (await issuingFactsWith(tx, new Map([[accountId, facts]]))).get(accountId);
  if (!found) throw new Error('Only an account has facts of issuing.');
  return found;
}

/** The same of those accounts with a certificate or letter that names an audit: a fixed number of statements, however many they are. */
export async function filesNamingAudits(
  tx: EntityManager,
  facts: ReadonlyMap<string, StoredFacts>,
): Promise<ReadonlyMap<string, StoredIssuingFacts>> {
  const namings = await auditNamingsByAccount(tx, [...facts.keys()]);
  const naming = new Map([...facts].filter(([id]) => namings.get(id)?.length));
  return naming.size === 0 ? new Map() : issuingFactsWith(tx, naming);
}

async function issuingFactsWith(tx: EntityManager, facts: ReadonlyMap<string, StoredFacts>): Promise<Map<string, StoredIssuingFacts>> {
  const ids = [...facts.keys()];
  const accounts: NumberedRow[] = await tx.query(numberedSql, [idArray(ids)]);
  const audits = await auditFilesByAccount(tx, ids);
  const auditors = await auditorsOnFile(tx, ids);
  const namings = await auditNamingsByAccount(tx, ids);
  const statements = await statementsOf(tx, ids);
  const filed = accounts.flatMap(({ id, hasWsibAccount }): readonly [string, StoredIssuingFacts][] => {
    const its = facts.get(id);
    if (!its) return [];
    const file = { audits: audits.get(id) ?? [], auditors: auditors.get(id) ?? [], namings: namings.get(id) ?? [] };
    const { wsibStatements = [] } = statements.get(id) ?? {};
    return [[id, { ...its, ...file, wsibStatements, hasWsibAccount }]];
  });
  return new Map(filed);
}

interface NumberedRow {
  readonly id: string;
  readonly hasWsibAccount: boolean;
}

const numberedSql = `select id, wsib_account is not null as "hasWsibAccount" from account where id = any(${givenIds})`;

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
