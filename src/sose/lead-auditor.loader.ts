import { type FileRecords, fileRecordById, recordInUnit } from '../disclosure/file-loader.ts';
import type { LeadAuditor } from './lead-auditor.type.ts';

interface LeadAuditorRecord extends LeadAuditor {
  /** Of the audit: it has one lead auditor. */
  readonly id: string;
  readonly accountId: string;
}

const leadAuditors: FileRecords<LeadAuditorRecord, LeadAuditor> = {
  select: `select audit_id as id, (select account_id from audit where audit.id = audit_id) as "accountId",
      (select name from external_auditor where external_auditor.id = auditor_id) as name,
      (select erased_on from external_auditor where external_auditor.id = auditor_id) as "erasedOn", version, coalesce((
      select json_agg(json_build_object('from', from_day, 'to', to_day, 'inGoodStanding', in_good_standing) order by from_day, in_good_standing)
      from lead_auditor_standing where lead_auditor_id = lead_auditor.id
    ), '[]') as standings
    from lead_auditor`,
  account: '(select account_id from audit where audit.id = audit_id)',
  id: 'audit_id',
  order: 'audit_id',
  shown: ({ name, erasedOn, standings, version }) => ({ name, erasedOn, standings, version }),
};

/** Lead auditors by the id of their audit, for callers who see the whole file. */
export const leadAuditorByAudit = fileRecordById(leadAuditors);

export const leadAuditorInUnit = recordInUnit(leadAuditors);
