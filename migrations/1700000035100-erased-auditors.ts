import type { MigrationInterface, QueryRunner } from 'typeorm';

const operations = [
  ...['registerExternalAuditor', 'putOnApprovedList', 'endApprovedListing', 'recordAuditorEvaluation', 'recordConsultingEngagement'],
  ...['recordConflictOfInterest', 'removeExternalAuditor', 'beginAudit', 'recordAuditStep', 'recordAuditScores', 'selectExternalAuditor'],
  ...['undoAuditStep', 'correctAudit', 'nameInternalAuditor', 'removeAuditDocument', 'recordLeadAuditor', 'alterLeadAuditor'],
]
  .map((name) => `'${name}'`)
  .join(', ');

/**
 * The names of external auditors can be erased, also from what is kept for good. Only the function `erase_auditor` does so: it removes the
 * name and nothing else, takes the salts of what it touched, and enters each row to be linked once more, so that the chain proves the rest.
 */
export class ErasedAuditors1700000035100 implements MigrationInterface {
  name = 'ErasedAuditors1700000035100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      alter table external_auditor
        alter name drop not null,
        add erased_on date,
        add constraint external_auditor_erased_whole check ((name is null) = (erased_on is not null));

      -- Each row of the history and of the log from which something was erased.
      create table erasure (
        id bigint generated always as identity constraint erasure_pkey primary key,
        source text not null,
        row_id text not null,
        version integer not null,
        auditor_id uuid not null constraint erasure_auditor_fkey references external_auditor (id),
        recording_id bigint not null
      );
      create index erasure_auditor_idx on erasure (auditor_id);
      create trigger erasure_append_only before update or delete on erasure
        for each row execute function refuse_rewriting_history();
      create trigger erasure_not_truncated before truncate on erasure
        for each statement execute function refuse_rewriting_history();
      create trigger erasure_chained after insert on erasure referencing new table as noted
        for each statement execute function note_row_for_chain();

      create index fact_history_auditor_idx on fact_history ((was->>'auditor')) where fact = 'audit';

      create or replace function refuse_rewriting_history() returns trigger language plpgsql as $$
      begin
        if current_setting('registry.replacing_demo', true) = 'on' and exists (select from registry where kind = 'DEMO') then
          return coalesce(new, old);
        end if;
        -- Erasing changes what names people, and nothing else of a row.
        if current_setting('registry.erasing', true) = 'on' and tg_op = 'UPDATE' and tg_table_name in ('fact_history', 'audit_log')
          and to_jsonb(new) - array['was', 'details'] = to_jsonb(old) - array['was', 'details'] then
          return new;
        end if;
        raise exception '% keeps its history: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
      end $$;

      -- A text without some names, as whole words. In JSON, a name of a field stays.
      create function without_names(given text, names text[]) returns text language plpgsql immutable as $$
      declare
        named text;
      begin
        foreach named in array names loop
          given := regexp_replace(given,
            '(?<![[:alnum:]-])' || regexp_replace(named, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]-]|":)', '[erased]', 'g');
        end loop;
        return given;
      end $$;

      create function erase_auditor(its_id uuid, on_day date, audit_ids uuid[], account_ids text[], recording bigint)
      returns void language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        names text[];
        quoted text[];
      begin
        -- Linking waits: a row that is being linked would keep the salt of its name.
        perform pg_advisory_xact_lock(x'43484e'::integer);
        select array_agg(distinct held.name) into names from (
          select name from external_auditor where id = its_id
          union select was->>'name' from fact_history where fact = 'external_auditor' and fact_id = its_id
        ) as held where held.name is not null;
        if names is null then return; end if;
        select array_agg(substr(to_jsonb(each)::text, 2, length(to_jsonb(each)::text) - 2)) into quoted from unnest(names) as each;

        update audit set external_auditor_id = its_id, auditor = null
        where id = any(audit_ids) and (external_auditor_id is distinct from its_id or auditor is not null);
        update external_auditor set name = null, erased_on = on_day, removal_reason = without_names(removal_reason, names),
          reference = case when reference = any(names) then id::text else reference end
        where id = its_id;
        update conflict_of_interest set description = without_names(description, names)
        where auditor_id = its_id and description <> without_names(description, names);

        perform set_config('registry.erasing', 'on', true);
        with changed as (
          update fact_history set was = was || case fact
            when 'external_auditor' then jsonb_build_object('name', null, 'removal_reason', without_names(was->>'removal_reason', names),
              'reference', case when was->>'reference' = any(names) then fact_id::text else was->>'reference' end)
            when 'audit' then jsonb_build_object('auditor', null)
            when 'lead_auditor' then jsonb_build_object('name', null)
            else jsonb_build_object('description', without_names(was->>'description', names)) end
          where (fact = 'external_auditor' and fact_id = its_id and was->>'name' is not null)
            or (fact = 'audit' and was->>'auditor' = any(names) and (fact_id = any(audit_ids)
              or (coalesce(was->>'external_auditor_id', its_id::text) = its_id::text and not exists (select from audit a where a.id = fact_id))))
            or (fact_id in (select id from lead_auditor where auditor_id = its_id) and fact = 'lead_auditor' and was->>'name' = any(names))
            or (fact_id in (select id from conflict_of_interest where auditor_id = its_id) and fact = 'conflict_of_interest'
              and was->>'description' <> without_names(was->>'description', names))
          returning fact, fact_id, version
        )
        insert into erasure (source, row_id, version, auditor_id, recording_id) select fact, fact_id::text, version, its_id, recording from changed;
        with changed as (
          update audit_log set details = without_names(details::text, quoted)::jsonb
          where subject = any(account_ids || its_id::text) and action in (${operations})
            and details::text <> without_names(details::text, quoted)
          returning id
        )
        insert into erasure (source, row_id, version, auditor_id, recording_id) select 'audit_log', id::text, 1, its_id, recording from changed;
        update idempotency_key set answer = without_names(answer::text, quoted)::json
        where operation in (${operations}) and answer::text <> without_names(answer::text, quoted);
        perform set_config('registry.erasing', '', true);

        delete from chain_salt where position in (
          select l.position from erasure e join chain_link l on l.source = e.source and l.row_id = e.row_id and l.version = e.version
          where e.recording_id = recording
        );
        insert into chain_pending (source, row_id, version) select source, row_id, version from erasure where recording_id = recording order by id;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function erase_auditor(uuid, date, uuid[], text[], bigint);
      drop function without_names(text, text[]);
      drop index fact_history_auditor_idx;
      drop table erasure;
      alter table external_auditor
        drop constraint external_auditor_erased_whole,
        drop column erased_on,
        alter name set not null;
      create or replace function refuse_rewriting_history() returns trigger language plpgsql as $$
      begin
        if current_setting('registry.replacing_demo', true) = 'on' and exists (select from registry where kind = 'DEMO') then
          return coalesce(new, old);
        end if;
        raise exception '% keeps its history: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
      end $$`);
  }
}
