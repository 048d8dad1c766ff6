import type { EntityManager } from 'typeorm';
import { AccountRow } from '../database/tables/account.table.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { lockedFacts, type ReadRecord } from '../mutations/locked-facts.ts';
import { peopleOf } from '../qualifications/person.facts.ts';
import type { AuditingFacts, AuditLife } from '../rules/recording/auditing-facts.ts';
import type { StoredFacts } from '../standing/standing.facts.ts';
import { auditFilesByAccount, auditNamingsByAccount, auditorsOnFile } from './audit-file.facts.ts';
import { holdSharedSubmission } from './shared-submission.ts';

/** An audit with its account locked, and everything that decides about its steps. */
export interface LockedAudit {
  readonly accountId: string;
  readonly record: ReadRecord;
  readonly audit: AuditLife;
  readonly facts: AuditingFacts;
}

/**
 * Locks the account of an audit and reads what the law of its steps judges. NOT_FOUND if there is none; CONFLICT if it has changed since it was read.
 */
export async function lockedAuditLife(unit: Unit, record: ReadRecord, besides: readonly string[] = []): Promise<LockedAudit> {
  const seen = await unit.tx.findOneBy(AuditRow, { id: record.id });
  if (!seen) throw faults.NOT_FOUND('audit');
  const { accountId } = seen;
  const stored = await lockedFacts(unit, accountId);
  await lockAuditors(unit, record.id, besides);
  // Read again: another caller may have changed it before the account was locked.
  const row = await unit.tx.findOneBy(AuditRow, { id: record.id });
  if (row?.version !== record.expectedVersion) throw faults.CONFLICT(row?.version ?? null);
  await holdSharedSubmission(unit, row.submissionOfId);
  const facts = await auditingFacts(unit.tx, accountId, stored, besides);
  const audit = facts.audits.find(({ id }) => id === record.id);
  if (!audit) throw new Error('The facts of a locked audit were not read.');
  return { accountId, record, audit, facts };
}

/**
 * The record of an auditor must not change while an audit of theirs is recorded. Locked after the account, so that no two units wait for each other.
 */
async function lockAuditors({ tx }: Unit, auditId: string, besides: readonly string[]): Promise<void> {
  await tx.query(
    `select from external_auditor where id = any($2::uuid[]) or id = (select external_auditor_id from audit where id = $1) order by id for share`,
    [auditId, besides],
  );
}

/** Everything that decides about the steps of an account's audits. */
export async function auditingFacts(
  tx: EntityManager,
  accountId: string,
  stored: StoredFacts,
  besides: readonly string[] = [],
): Promise<AuditingFacts> {
  const audits = await auditFilesByAccount(tx, [accountId]);
  const auditors = await auditorsOnFile(tx, [accountId], besides);
  const namings = await auditNamingsByAccount(tx, [accountId]);
  const people = await peopleOf(tx, [accountId]);
  const { systemInPlaceSince } = await tx.findOneByOrFail(AccountRow, { id: accountId });
  return {
    ...stored,
    wsibStatements: [],
    audits: audits.get(accountId) ?? [],
    auditors: auditors.get(accountId) ?? [],
    namings: namings.get(accountId) ?? [],
    people: people.get(accountId) ?? [],
    systemInPlaceSince,
  };
}
