import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { logReadings } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import { disclosing } from '../account-file/disclosing.loader.ts';
import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { accountsMeant } from '../identifiers/bare-number.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { accountsAsked, unlessOther } from '../standing/other-accounts.sql.ts';
import { type RecordedSoseFacts, recordedSoseFacts } from './sose.facts.ts';

/**
 * The SOSE records of the account with a WSIB account number, for callers who may see them: the organization itself, staff, and the SOSE
 * portal once it has recorded an application of the account (R-28). Null to everyone else, as for an account that does not exist. One
 * transaction checks the permission, logs and reads: nothing is disclosed that is not in the audit log.
 */
export const soseFactsByWsibAccount = (_source: DataSource, context: Context): DataLoader<string, RecordedSoseFacts | null> =>
  new DataLoader(async (typed) => {
    const meant = typed.map(accountsMeant);
    const files = filesOpenTo(context, [...new Set(meant.flat())]);
    if (files === null) return typed.map(() => null);
    const facts = await context.primary((primary) => primary.transaction('REPEATABLE READ', (tx) => read(tx, context, files)));
    return meant.map((numbers) => numbers.map((number) => facts.get(number)).find((found) => found !== undefined) ?? null);
  });

/** A statement that finds the accounts whose facts are visible to the caller; null for a caller who may see none. */
interface FilesOpen {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function filesOpenTo(context: Context, numbers: readonly string[]): FilesOpen | null {
  const { scope, holder, organizationId } = context.caller;
  const from = `select account.id, asked.number, null as consent from ${accountsAsked('$1', 'account')}`;
  if (seesWholeFile(viewerOf(context))) return { sql: `${from} where numbered.id is not null`, values: [numbers] };
  const isOwn = unlessOther('account.organization_id = $2');
  if (organizationId !== null) return { sql: `${from} where ${isOwn}`, values: [numbers, organizationId] };
  return scope === 'sose' ? { sql: appliedSql, values: [numbers, holder, context.today] } : null;
}

// If an account has several applications, the log names the first, like a disclosure of audit facts.
const appliedSql = `
  select distinct on (asked.number) account.id, asked.number, consent.id as consent
  from ${accountsAsked('$1', 'account')} join consent on consent.account_id = account.id
  where ${unlessOther(`consent.kind = 'SOSE_APPLICATION' and consent.recipient = $2
    and consent.withdrawn_at is null and consent.from_day <= $3::date and (consent.to_day is null or consent.to_day >= $3::date)`)}
  order by asked.number, consent.given_at`;

interface OpenFile {
  readonly id: string;
  /** The WSIB account number that was asked for: the account's own, or one that it had before. */
  readonly number: string;
  /** The consent under which it is shown; null for callers who see the whole file. */
  readonly consent: string | null;
}

async function read(tx: EntityManager, context: Context, { sql, values }: FilesOpen): Promise<Map<string, RecordedSoseFacts>> {
  const files: OpenFile[] = await tx.query(sql, [...values]);
  const ids = files.map(({ id }) => id);
  const facts = await recordedSoseFacts(tx, ids);
  await log(tx, context, files, facts);
  return new Map(
    files.flatMap(({ id, number }) => {
      const its = facts.get(id);
      return its ? [[number, its] as const] : [];
    }),
  );
}

/** G-8.a, R-28: each reading of audits is logged, those under a consent for the organization to see. */
async function log(tx: EntityManager, context: Context, files: readonly OpenFile[], facts: ReadonlyMap<string, RecordedSoseFacts>) {
  const { caller, requestId } = context;
  const read = files.flatMap(({ id, consent }) => {
    const audits = (facts.get(id)?.account.audits ?? []).map((audit) => audit.id);
    if (consent === null) return audits.length > 0 ? [{ subject: id, details: { audits } }] : [];
    return [{ subject: id, details: { recipient: caller.holder, consent, audits } }];
  });
  const action = caller.scope === 'sose' ? disclosing : 'readAudits';
  await logReadings({ manager: tx }, actorOf(caller), { action, requestId }, read);
}
