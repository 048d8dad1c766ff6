import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { auditFactsByAccount } from '../audits/audit.facts.ts';
import { fileRecordById } from '../disclosure/file-loader.ts';
import type { AuditInCycle } from '../rules/cycle/facts.ts';
import type { DocumentSupportSource } from './support.type.ts';

interface SupportRecord extends DocumentSupportSource {
  readonly id: string;
}

const columns = `failed_audit_id as "failedAuditId", internal_audit_id as "internalAuditId", year_one_audit_id as "yearOneAuditId",
  registration_id as "registrationId", exception_id as "exceptionId", coalesce(reasons, '[]') as found`;

/** What certificates rest on, by their id, for callers who see the whole file. */
export const supportByCertificate = fileRecordById<SupportRecord, DocumentSupportSource>({
  select: `select c.id, c.account_id as "accountId", c.audit_id as "auditId", c.issued_on as "issuedOn", ${columns}
    from certificate c left join document_support on certificate_id = c.id`,
  account: 'c.account_id',
  id: 'c.id',
  order: 'c.id',
  shown: (support) => support,
});

/** The same of letters. */
export const supportByLetter = fileRecordById<SupportRecord, DocumentSupportSource>({
  select: `select l.id, c.account_id as "accountId", l.audit_id as "auditId", l.issued_on as "issuedOn", ${columns}
    from letter_of_good_standing l join certificate c on c.id = l.certificate_id left join document_support on letter_id = l.id`,
  account: 'c.account_id',
  id: 'l.id',
  order: 'l.id',
  shown: (support) => support,
});

/** The audits of accounts with their results, for documents that the caller may see with their support. */
export const auditsOfSupport = (source: DataSource): DataLoader<string, readonly AuditInCycle[]> =>
  new DataLoader(async (accounts) => {
    const audits = await auditFactsByAccount(source.manager, accounts);
    return accounts.map((account) => audits.get(account) ?? []);
  });
