import { valueSql } from '../database/value.sql.ts';
import { accountDigitsSql } from '../identifiers/bare-number.ts';
import { elementCounts } from '../rules/audit-tool.ts';
import type { Check } from './check.ts';

/** SQL: how many elements the tool of an audit has (X-11, F-18); an audit not completed yet is measured by the latest number. */
const elementsSql = (tool: string, completedOn: string): string => {
  const day = `coalesce(${completedOn}, 'infinity'::date)`;
  return `case ${tool} when 'COR' then ${valueSql(elementCounts.COR, day)} else ${valueSql(elementCounts.COR_2020, day)} end`;
};

const digits = (of: string): string => accountDigitsSql(`${of}.wsib_account`);

/** SQL: what two account numbers have in common that only differ by letters for digits, unless both have been on record as they are. */
const isTwin = (other: string): string => `${digits('s')} = ${digits(other)} and s.wsib_account <> ${other}.wsib_account
  and not exists (select from account own where own.reference = s.account and own.wsib_account = s.wsib_account)`;

const typeDigits = ' if O stands for 0, and I or L for 1: type the digits, or leave this row out';

/**
 * The requirements of single files beyond the form of values, unique keys and references; each check selects the line and the reason of a bad row.
 */
export const particularChecks: readonly Check[] = [
  {
    file: 'accounts.csv',
    column: 'wsib_account',
    sql: `select s.line, 'the same WSIB account as on line ' || case s.line when d.first then d.last else d.first end
      from staged_account s
      join (select wsib_account, min(line) as first, max(line) as last from staged_account group by wsib_account having count(*) > 1) d
        using (wsib_account)`,
  },
  {
    file: 'accounts.csv',
    column: 'wsib_account',
    sql: `select s.line, 'is the WSIB account of another account in the registry'
      from staged_account s join account t on t.wsib_account = s.wsib_account
      where t.reference <> s.account
        and not exists (select from account merged where merged.reference = s.account and merged.merged_into_id = t.id)`,
  },
  {
    file: 'accounts.csv',
    column: 'wsib_account',
    sql: `select s.line, 'the same WSIB account as on line ' || min(other.line) || '${typeDigits}'
      from staged_account s join staged_account other on ${isTwin('other')} where s.wsib_account ~ '[OIL]' group by s.line`,
  },
  {
    file: 'accounts.csv',
    column: 'wsib_account',
    sql: `select distinct s.line, 'is the WSIB account of another account in the registry${typeDigits}'
      from staged_account s join account t on ${isTwin('t')}
      where t.reference <> s.account
        and not exists (select from account merged where merged.reference = s.account and merged.merged_into_id = t.id)`,
  },
  {
    file: 'accounts.csv',
    column: 'wsib_account',
    severity: 'warning',
    sql: `select s.line, 'the registry holds this number with leading zeros; a spreadsheet may have taken them away'
      from staged_account s join account t on t.reference = s.account
      where length(s.wsib_account) < length(t.wsib_account) and ltrim(t.wsib_account, '0') = ltrim(s.wsib_account, '0')`,
  },
  {
    // a firm without a WSIB account holds no certificate, neither in the registry nor in this folder.
    file: 'accounts.csv',
    column: 'wsib_account',
    sql: `select s.line, 'is empty, but the registry holds certificates of the account: a firm without a WSIB account has none (R-22)'
      from staged_account s join account a on a.reference = s.account
      where s.wsib_account is null and not s.bad and exists (select from certificate c where c.account_id = a.id)`,
  },
  {
    file: 'registrations.csv',
    column: 'withdrawn_on',
    sql: `select line, 'lies before confirmed_on' from staged_registration where withdrawn_on < confirmed_on`,
  },
  {
    file: 'certificates.csv',
    column: 'issued_on',
    sql: `select s.line, 'a certificate of the same kind for the same account and day is on line ' || case s.line when d.first then d.last else d.first end
      from staged_certificate s
      join (select account, issued_on, basis = 'EXTERNAL_AUDIT' as is_cor, min(line) as first, max(line) as last
        from staged_certificate group by 1, 2, 3 having count(distinct number) > 1) d
      on d.account = s.account and d.issued_on = s.issued_on and d.is_cor = (s.basis = 'EXTERNAL_AUDIT')`,
  },
  {
    file: 'certificates.csv',
    column: 'issued_on',
    sql: `select s.line, 'the registry holds another certificate of the same kind for the same account and day'
      from staged_certificate s join account named on named.reference = s.account
      join account a on a.id = coalesce(named.merged_into_id, named.id)
      join certificate t on t.account_id = a.id and t.issued_on = s.issued_on and (t.basis = 'EXTERNAL_AUDIT') = (s.basis = 'EXTERNAL_AUDIT')
      where t.number <> s.number`,
  },
  {
    file: 'certificates.csv',
    column: 'account',
    sql: `select s.line, 'has no WSIB account number, and a firm without one holds no certificate (R-22)'
      from staged_certificate s
      left join staged_account sa on sa.account = s.account and not sa.bad
      left join account named on named.reference = s.account
      left join account a on a.id = coalesce(named.merged_into_id, named.id)
      where (sa.account is not null and sa.wsib_account is null and named.merged_into_id is null) or (sa.account is null and a.id is not null and a.wsib_account is null)`,
  },
  {
    file: 'letters.csv',
    column: 'certificate_number',
    sql: `select s.line, 'belongs to another account than the letter does in the registry: a document does not move to another account'
      from staged_letter_of_good_standing s
      join letter_of_good_standing t on t.number = s.number
      join certificate was on was.id = t.certificate_id
      join account a on a.id = was.account_id
      left join certificate c on c.number = s.certificate_number
      left join staged_certificate sc on sc.number = s.certificate_number
      where was.number <> s.certificate_number and (c.account_id <> was.account_id or c.id is null and sc.account <> a.reference)`,
  },
  {
    file: 'revocations.csv',
    column: 'lifted_on',
    sql: `select line, 'lies before from' from staged_revocation where lifted_on < "from"`,
  },
  {
    file: 'approved_list.csv',
    column: 'to',
    sql: `select line, 'lies before from' from staged_approved_list_period where "to" < "from"`,
  },
  {
    file: 'audits.csv',
    column: 'completed_on',
    sql: `select line, 'lies before started_on' from staged_audit where completed_on < started_on`,
  },
  {
    file: 'audits.csv',
    column: 'tool',
    sql: `select s.line, 'the registry holds element scores of this audit, and they are of another tool'
      from staged_audit s join audit t on t.reference = s.audit
      where s.tool <> t.tool and exists (select from element_score e where e.audit_id = t.id)`,
  },
  {
    file: 'element_scores.csv',
    column: 'element',
    sql: `select line, 'is an element that the tool of the audit does not have: ' || name || ' has elements 1 to ' || last
      from (
        select s.line, s.element, case its.tool when 'COR' then 'COR' else 'COR 2020' end as name, ${elementsSql('its.tool', 'its.completed_on')} as last
        from staged_element_score s
        left join staged_audit sa on sa.audit = s.audit
        left join audit a on a.reference = s.audit
        cross join lateral (select coalesce(sa.tool, a.tool) as tool, coalesce(sa.completed_on, a.completed_on) as completed_on) as its
        where its.tool is not null
      ) as scored
      where element > last`,
  },
  {
    // a missing element is bad input.
    file: 'element_scores.csv',
    column: 'audit',
    sql: `select s.line, 'has valid scores for ' || scored.held || ' of the ' || scored.needed || ' elements of its tool'
      from staged_element_score s
      join (
        select audit, needed, count(distinct element) filter (where element <= needed) as held
        from (
          select audit, element from staged_element_score where not bad
          union all
          select a.reference, e.element from element_score e join audit a on a.id = e.audit_id
          where a.reference in (select audit from staged_element_score)
        ) as score
        join (
          select reference as audit, ${elementsSql('tool', 'completed_on')} as needed from audit
          where reference not in (select audit from staged_audit where audit is not null)
          union all
          select audit, ${elementsSql('tool', 'completed_on')} from staged_audit where tool is not null
        ) as tool using (audit)
        group by audit, needed
      ) as scored on scored.audit = s.audit
      where scored.held < scored.needed`,
  },
];
