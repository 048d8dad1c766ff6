import type { EntityManager } from 'typeorm';
import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import type { Audit } from './audit.type.ts';

/** An audit with the account it is of. */
export interface AuditSource extends Audit {
  readonly accountId: string;
}

const audits: FileRecords<AuditSource, AuditSource> = {
  select: `select id, account_id as "accountId", type, tool, started_on as "startedOn", completed_on as "completedOn",
      received_on as "receivedOn", reported_on as "reportedOn", closed_on as "closedOn", auditor, auditing_company as "auditingCompany",
      overall, legislated, version, coalesce((
        select json_agg(json_build_object('element', element, 'score', score::text) order by element)
        from element_score where audit_id = audit.id
      ), '[]') as elements
    from audit`,
  account: 'account_id',
  id: 'id',
  order: 'completed_on, received_on, id',
  shown: (audit) => ({ ...audit, id: toGlobalId('Audit', audit.id) }),
};

/** Audits by their id, for who sees the whole file. */
export const auditById = fileRecordById(audits);

/** The audits of an account in the order of their completion, for who sees the whole file. */
export const auditsByAccount = fileRecordsByAccount(audits);

export const auditInUnit = recordInUnit(audits);

/** The audits of accounts as they are stored, under the ids they are stored under. */
export const auditRowsOf = (tx: EntityManager, accountIds: readonly string[]): Promise<AuditSource[]> =>
  tx.query(`${audits.select} where ${audits.account} = any($1::uuid[]) order by ${audits.order}`, [accountIds]);
