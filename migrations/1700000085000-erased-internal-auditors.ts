import type { MigrationInterface, QueryRunner } from 'typeorm';

const operations = [
  'beginAudit',
  'recordAuditStep',
  'recordAuditScores',
  'undoAuditStep',
  'correctAudit',
  'nameInternalAuditor',
  'removeAuditDocument',
]
  .map((name) => `'${name}'`)
  .join(', ');

const external = `('EXTERNAL', 'RE_AUDIT')`;

/**
 * A file can name the auditor of an internal audit as text, which is kept with the audit. Whoever erases the person erases that text too:
 * `erase_internal_auditor` does for people what `erase_auditor` does for external auditors.
 */
export class ErasedInternalAuditors1700000085000 implements MigrationInterface {
  name = 'ErasedInternalAuditors1700000085000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table erasure
        alter auditor_id drop not null,
        add person_id uuid constraint erasure_person_fkey references person (id),
        add constraint erasure_of_one check (num_nonnulls(auditor_id, person_id) = 1);
      create index erasure_person_idx on erasure (person_id) where person_id is not null;
      create index fact_history_internal_auditor_idx on fact_history ((was->>'internal_auditor_id'))
        where fact = 'audit' and was->>'internal_auditor_id' is not null;

      -- Call it before the name of the person is deleted. Returns the audits from which a name was erased.
      create function erase_internal_auditor(its_id uuid, recording bigint)
      returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        its_name text;
        its_audits uuid[];
        names text[];
        quoted text[];
        its_accounts text[];
      begin
        select lower(btrim(name)) into its_name from person_name where person_id = its_id;
        -- The audits that name the person as internal auditor, or once did, and those that have the name as text where the person was one.
        with worked as (
          select account_id from designation where person_id = its_id and role = 'INTERNAL_AUDITOR'
          union select account_id from audit where internal_auditor_id = its_id
        )
        select array_agg(made.id) into its_audits from (
          select id from audit where internal_auditor_id = its_id
          union select fact_id from fact_history where fact = 'audit' and was->>'internal_auditor_id' = its_id::text
          union select audit.id from audit join worked using (account_id) where lower(btrim(auditor)) = its_name
          union select h.fact_id from audit join worked using (account_id) join fact_history h on h.fact = 'audit' and h.fact_id = audit.id
            where lower(btrim(h.was->>'auditor')) = its_name
          union select h.fact_id from person_name n
            join fact_history h on h.fact = 'audit' and h.was->>'auditor' = n.name
            join worked on worked.account_id::text = h.was->>'account_id' where n.person_id = its_id
        ) as made;
        select array_agg(distinct held.name), array_agg(distinct held.account) into names, its_accounts from (
          select auditor as name, account_id::text as account from audit where id = any(its_audits) and type not in ${external}
          union select was->>'auditor', was->>'account_id' from fact_history h left join audit a on a.id = h.fact_id
            where fact = 'audit' and fact_id = any(its_audits) and (was->>'type' not in ${external} or a.type not in ${external})
        ) as held where held.name is not null;
        if names is null then return; end if;
        select array_agg(substr(to_jsonb(each)::text, 2, length(to_jsonb(each)::text) - 2)) into quoted from unnest(names) as each;

        -- Linking waits: a row that is being linked would keep the salt of its name.
        perform pg_advisory_xact_lock(x'43484e'::integer);
        update audit set auditor = null where id = any(its_audits) and type not in ${external} and auditor is not null;

        perform set_config('registry.erasing', 'on', true);
        with changed as (
          update fact_history set was = was || jsonb_build_object('auditor', null)
          where fact = 'audit' and fact_id = any(its_audits) and was->>'auditor' is not null
            and (was->>'type' not in ${external} or exists (select from audit a where a.id = fact_id and a.type not in ${external}))
          returning fact, fact_id, version
        )
        insert into erasure (source, row_id, version, person_id, recording_id) select fact, fact_id::text, version, its_id, recording from changed;
        with changed as (
          update audit_log set details = without_names(details::text, quoted)::jsonb
          where subject = any(its_accounts) and action in (${operations}) and details::text <> without_names(details::text, quoted)
          returning id
        )
        insert into erasure (source, row_id, version, person_id, recording_id) select 'audit_log', id::text, 1, its_id, recording from changed;
        update idempotency_key set answer = without_names(answer::text, quoted)::json
        where operation in (${operations}) and answer->>'accountId' = any(its_accounts) and answer::text <> without_names(answer::text, quoted);
        perform set_config('registry.erasing', '', true);

        delete from chain_salt where position in (
          select l.position from erasure e join chain_link l on l.source = e.source and l.row_id = e.row_id and l.version = e.version
          where e.recording_id = recording and e.person_id = its_id
        );
        insert into chain_pending (source, row_id, version)
        select source, row_id, version from erasure where recording_id = recording and person_id = its_id order by id;
        return query select distinct row_id::uuid from erasure where recording_id = recording and person_id = its_id and source = 'audit';
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function erase_internal_auditor(uuid, bigint);
      drop index fact_history_internal_auditor_idx;
      alter table erasure drop column person_id, alter auditor_id set not null`);
  }
}
