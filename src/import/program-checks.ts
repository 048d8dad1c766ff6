import type { Check } from './check.ts';
import type { FileName } from './column.ts';

/** A day of a row that may not be before another day of it. */
const inOrder = (file: FileName, staged: string, [later, earlier]: readonly [string, string]): Check => ({
  file,
  column: later,
  sql: `select line, 'lies before ${earlier}' from staged_${staged} where "${later}" < "${earlier}"`,
});

/** Columns that are all filled or all empty in a row. */
const together = (file: FileName, staged: string, columns: readonly string[]): Check => ({
  file,
  column: columns.join(' '),
  sql: `select line, 'must all be filled in, or all be empty' from staged_${staged}
    where not bad and num_nonnulls(${columns.map((name) => (name === 'rejected_for' ? `nullif(${name}, '{}')` : name)).join(', ')}) not in (0, ${columns.length})`,
});

/** The audit that a document names belongs to the account of the document. */
const ownAudit = (file: FileName, staged: string, accountSql: string): Check => ({
  file,
  column: 'audit',
  sql: `select s.line, 'is an audit of another account'
    from staged_${staged} s
    left join staged_audit sa on sa.audit = s.audit and not sa.bad
    left join audit a on a.reference = s.audit
    left join account held on held.id = a.account_id
    where s.audit is not null and coalesce(sa.account, held.reference) <> (${accountSql})`,
});

/** The requirements for applications, people and their training, and the audits that documents name. */
export const programChecks: readonly Check[] = [
  ownAudit('certificates.csv', 'certificate', 's.account'),
  ownAudit(
    'letters.csv',
    'letter_of_good_standing',
    `coalesce((select c.account from staged_certificate c where c.number = s.certificate_number and not c.bad limit 1),
      (select held.reference from certificate c join account held on held.id = c.account_id where c.number = s.certificate_number))`,
  ),
  {
    file: 'certificates.csv',
    column: 'audit',
    sql: `select line, 'is given for a certificate by equivalency, which rests on no audit' from staged_certificate
      where audit is not null and basis <> 'EXTERNAL_AUDIT'`,
  },
  inOrder('applications.csv', 'registration_application', ['acknowledged_on', 'applied_on']),
  inOrder('applications.csv', 'registration_application', ['verified_on', 'acknowledged_on']),
  inOrder('applications.csv', 'registration_application', ['confirmed_on', 'verified_on']),
  inOrder('applications.csv', 'registration_application', ['rejected_on', 'applied_on']),
  together('applications.csv', 'registration_application', ['rejected_on', 'rejected_for', 'rejection_reason']),
  {
    file: 'applications.csv',
    column: 'rejected_on',
    sql: `select line, 'is given together with confirmed_on: an application ends only once' from staged_registration_application
      where rejected_on is not null and confirmed_on is not null`,
  },
  {
    file: 'applications.csv',
    column: 'registration',
    sql: `select line, 'is given without confirmed_on' from staged_registration_application
      where not bad and registration is not null and confirmed_on is null`,
  },
  {
    file: 'applications.csv',
    column: 'registration',
    sql: `select s.line, 'is a registration of another account'
      from staged_registration_application s
      left join staged_registration sr on sr.registration = s.registration and not sr.bad
      left join registration r on r.reference = s.registration
      left join account held on held.id = r.account_id
      where coalesce(sr.account, held.reference) <> s.account`,
  },
  {
    file: 'applications.csv',
    column: 'account',
    sql: `with open as (
        select application, account from staged_registration_application where not bad and rejected_on is null and confirmed_on is null
        union all
        select t.reference, a.reference from registration_application t join account a on a.id = t.account_id
        where t.rejected_on is null and t.confirmed_on is null
          and not exists (select from staged_registration_application s where s.application = t.reference and not s.bad)
      )
      select s.line, 'has another application that was neither confirmed nor rejected'
      from staged_registration_application s
      where not s.bad and s.rejected_on is null and s.confirmed_on is null
        and exists (select from open where open.account = s.account and open.application <> s.application)`,
  },
  {
    // R-52: an erased name is not entered again.
    file: 'people.csv',
    column: 'name',
    sql: `select s.line, 'the registry has erased the name of this person: leave the name empty, and give the erased_on that it holds'
      from staged_person s join person t on t.reference = s.person
      where t.erased_on is not null and (s.name is not null or (not s.bad and s.erased_on is distinct from t.erased_on))`,
  },
  {
    file: 'people.csv',
    column: 'name',
    sql: `select s.line, case when s.erased_on is null then 'must not be empty, except for a person whose name was erased'
        else 'must be empty, since erased_on says that it was erased' end
      from staged_person s
      where not s.bad and (s.erased_on is null) = (s.name is null) and not exists (select from person t where t.reference = s.person and t.erased_on is not null)`,
  },
  {
    // R-63: the same of external auditors.
    file: 'auditors.csv',
    column: 'name',
    sql: `select s.line, 'the registry has erased the name of this person: leave the name empty, and give the erased_on that it holds'
      from staged_external_auditor s join external_auditor t on t.reference = s.auditor
      where t.erased_on is not null and (s.name is not null or (not s.bad and s.erased_on is distinct from t.erased_on))`,
  },
  {
    file: 'auditors.csv',
    column: 'name',
    sql: `select s.line, case when s.erased_on is null then 'must not be empty, except for a person whose name was erased'
        when t.id is null then 'must be empty, since erased_on says that it was erased'
        else 'can be erased only with eraseExternalAuditor' end
      from staged_external_auditor s left join external_auditor t on t.reference = s.auditor
      where not s.bad and t.erased_on is null and ((s.erased_on is null) = (s.name is null) or (t.id is not null and s.erased_on is not null))`,
  },
  {
    file: 'audits.csv',
    column: 'auditor',
    sql: `select s.line, 'the registry has erased the name of this auditor: leave it empty'
      from staged_audit s join audit t on t.reference = s.audit join external_auditor e on e.id = t.external_auditor_id
      where s.auditor is not null and e.erased_on is not null`,
  },
  {
    // R-52: nor does an internal audit get the name of its internal auditor back.
    file: 'audits.csv',
    column: 'auditor',
    sql: `select s.line, 'the registry has erased the name of this auditor: leave it empty'
      from staged_audit s left join audit t on t.reference = s.audit
      where s.auditor is not null and s.type not in ('EXTERNAL', 'RE_AUDIT')
        and (exists (select from person p where p.erased_on is not null and (p.id = t.internal_auditor_id or p.reference = s.internal_auditor))
          or exists (select from erasure e where e.source = 'audit' and e.row_id = t.id::text and e.person_id is not null))`,
  },
  {
    // R-52: a name as text is found when a person is erased only if the audit names the person too.
    file: 'audits.csv',
    column: 'auditor',
    severity: 'warning',
    sql: `select line, 'names the auditor of an internal audit: give the person in internal_auditor, so that the name can be erased'
      from staged_audit where not bad and auditor is not null and internal_auditor is null and type not in ('EXTERNAL', 'RE_AUDIT')`,
  },
  {
    file: 'people.csv',
    column: 'email',
    sql: `select line, 'is given without a name' from staged_person where not bad and email is not null and name is null`,
  },
  inOrder('people.csv', 'person', ['erased_on', 'entered_on']),
  inOrder('designations.csv', 'designation', ['to', 'from']),
  {
    file: 'designations.csv',
    column: 'from',
    sql: `with held as (
        select person, account, role, "from", "to" from staged_designation where not bad
        union all
        select p.reference, a.reference, d.role, d.from_day, d.to_day
        from designation d join person p on p.id = d.person_id join account a on a.id = d.account_id
        where not exists (select from staged_designation s
          where s.person = p.reference and s.account = a.reference and s.role = d.role and s."from" = d.from_day and not s.bad)
      )
      select distinct s.line, 'the person already has this role at the account on some of these days'
      from staged_designation s join held using (person, account, role)
      where held."from" <> s."from" and held."from" <= coalesce(s."to", 'infinity') and s."from" <= coalesce(held."to", 'infinity')`,
  },
  inOrder('training_exemptions.csv', 'training_exemption', ['decided_on', 'requested_on']),
  inOrder('training_exemptions.csv', 'training_exemption', ['requested_on', 'course_completed_on']),
  together('training_exemptions.csv', 'training_exemption', ['decided_on', 'granted', 'decided_by']),
  inOrder('retraining.csv', 'retraining', ['completed_on', 'required_on']),
];
