import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { actorOf } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { prepared } from '../database/prepared.ts';
import { effectiveConsent, recipientsOf } from '../disclosure/consent.sql.ts';
import type { AuditFacts } from './audit-facts.type.ts';

/** The audit log's action for each disclosure of audit facts under a consent; its subject is the account. */
export const disclosing = 'discloseAuditFacts';

/**
 * The audit facts of an account by its id, if its consent to the caller is in effect on the day of the request; otherwise null. One
 * statement checks the permission, logs and reads: nothing is disclosed that is not in the audit log, and a withdrawal takes effect at once
 * (R-28).
 */
export const disclosedAuditFacts = (_source: DataSource, context: Context): DataLoader<string, readonly AuditFacts[] | null> =>
  new DataLoader(async (accounts) => {
    const recipients = recipientsOf(context);
    if (recipients === null) return accounts.map(() => null);
    const { caller, requestId } = context;
    const values = [accounts, recipients.names, recipients.today, actorOf(caller), caller.holder, requestId];
    const statement = { ...prepared('disclosed_audit_facts', disclosingSql), values };
    const { rows } = await context.primary((primary) => poolOf(primary).query<DisclosedRow>(statement));
    const byAccount = new Map(rows.map(({ accountId, audits }) => [accountId, audits]));
    return accounts.map((account) => byAccount.get(account) ?? null);
  });

interface DisclosedRow {
  readonly accountId: string;
  readonly audits: readonly AuditFacts[];
}

const disclosingSql = `
  with disclosed as materialized (
    select permitted.account_id, permitted.consent_id, facts.ids, facts.audits
    from (
      select distinct on (consent.account_id) consent.account_id, consent.id as consent_id from consent
      where consent.account_id = any($1::uuid[]) and ${effectiveConsent('AUDIT_FACTS', '$2', '$3')}
      order by consent.account_id, consent.given_at
    ) as permitted
    cross join lateral (
      select coalesce(jsonb_agg(audit.id order by completed_on, received_on, audit.id), '[]') as ids, coalesce(json_agg(json_build_object(
        'type', type, 'tool', tool, 'startedOn', started_on, 'completedOn', completed_on, 'receivedOn', received_on,
        'reportedOn', reported_on, 'closedOn', closed_on, 'auditor', coalesce(named.name, auditor), 'auditorErasedOn', coalesce(named.erased_on, internal.erased_on),
        'auditingCompany', coalesce(company.name, auditing_company)
      ) order by completed_on, received_on, audit.id), '[]') as audits
      from audit left join external_auditor named on named.id = external_auditor_id left join auditing_company company on company.id = company_id
        left join person internal on internal.id = internal_auditor_id and type not in ('EXTERNAL', 'RE_AUDIT')
      where audit.account_id = permitted.account_id
    ) as facts
  ), logged as (
    insert into audit_log (actor, action, subject, details, request_id)
    select $4, '${disclosing}', account_id, jsonb_build_object('recipient', $5::text, 'consent', consent_id, 'audits', ids), $6 from disclosed
  )
  select account_id as "accountId", audits from disclosed`;
