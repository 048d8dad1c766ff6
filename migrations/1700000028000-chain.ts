import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows never change once entered. */
const logs = ['audit_log', 'fact_history', 'recording'];

/** The chain of digests over the audit log, the feed and every version of every fact: it shows any row changed, removed or reordered. */
export class Chain1700000028000 implements MigrationInterface {
  name = 'Chain1700000028000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rows that wait for their link. Triggers enter them in the transaction of the row; the one sequencer takes them out after the commit.
      create table chain_pending (
        id bigint generated always as identity constraint chain_pending_pkey primary key,
        source text not null,
        row_id text not null,
        version integer not null,
        noted_at timestamptz not null default clock_timestamp()
      );

      -- Which columns of a table a digest covers. A table that gains a column gets its next form; what was digested in an earlier one stays sound.
      create table chain_form (
        source text not null,
        form smallint not null,
        columns text[] not null,
        personal text[] not null,
        constraint chain_form_pkey primary key (source, form)
      );

      create table chain_link (
        position bigint constraint chain_link_pkey primary key,
        source text not null,
        row_id text not null,
        version integer not null,
        form smallint not null,
        digest bytea not null,
        personal bytea,
        head bytea not null
      );

      -- Personal data enters a digest under a salt. Where both are erased, the digest says nothing of them and the chain stays whole.
      create table chain_salt (
        position bigint constraint chain_salt_pkey primary key,
        salt bytea not null
      );

      create table chain_head (
        day date constraint chain_head_pkey primary key,
        position bigint not null,
        head bytea not null,
        published_at timestamptz not null,
        signed text
      );

      -- They run with the rights of the tables' owner: the server's role need not be able to enter what waits.
      create function note_fact_for_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op = 'INSERT' then
          insert into chain_pending (source, row_id, version) select tg_table_name, noted.id::text, noted.version from noted;
        else
          insert into chain_pending (source, row_id, version) select tg_table_name, noted.id::text, noted.version
          from noted join replaced on replaced.id = noted.id where noted.version <> replaced.version;
        end if;
        return null;
      end $$;

      create function note_row_for_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into chain_pending (source, row_id, version) select tg_table_name, noted.id::text, 1 from noted;
        return null;
      end $$;

      -- Links every table of facts there is, whichever migration made it, and notes the columns that their digests cover from now on.
      create function settle_chain(personal_columns text[]) returns void language plpgsql as $$
      declare fact text;
      begin
        for fact in
          select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where t.tgfoid = 'public.keep_replaced_fact'::regproc
            and not exists (select from pg_trigger o where o.tgrelid = t.tgrelid and o.tgfoid = 'public.note_fact_for_chain'::regproc)
          order by c.relname
        loop
          execute format('create trigger %I after insert on %I referencing new table as noted
            for each statement execute function note_fact_for_chain()', fact || '_chained', fact);
          execute format('create trigger %I after update on %I referencing old table as replaced new table as noted
            for each statement execute function note_fact_for_chain()', fact || '_chained_again', fact);
          execute format('insert into chain_pending (source, row_id, version)
            select fact, fact_id::text, version from fact_history where fact = %L order by id', fact);
          execute format('insert into chain_pending (source, row_id, version) select %L, id::text, version from %I order by id', fact, fact);
        end loop;
        insert into chain_form (source, form, columns, personal)
        select present.source, coalesce(last.form, 0) + 1, present.columns, present.personal
        from (
          select c.table_name::text as source,
            coalesce(array_agg(named.column_name order by named.column_name collate "C")
              filter (where not c.column_name = any(personal_columns)), '{}') as columns,
            coalesce(array_agg(named.column_name order by named.column_name collate "C")
              filter (where c.column_name = any(personal_columns)), '{}') as personal
          from information_schema.columns as c cross join lateral (
            select c.column_name::text || case when c.data_type = 'timestamp with time zone' then ':instant' else '' end as column_name
          ) as named
          where c.table_schema = 'public' and c.is_generated = 'NEVER' and (c.table_name, c.column_name) <> ('fact_history', 'was')
            and exists (select from pg_trigger t where t.tgrelid = format('public.%I', c.table_name)::regclass
              and t.tgfoid in ('public.note_fact_for_chain'::regproc, 'public.note_row_for_chain'::regproc))
          group by c.table_name
        ) as present left join lateral (
          select * from chain_form where source = present.source order by form desc limit 1
        ) as last on true
        where (last.columns, last.personal) is distinct from (present.columns, present.personal);
      end $$;

      create trigger chain_link_append_only before update or delete on chain_link
        for each row execute function refuse_rewriting_history();
      create trigger chain_link_not_truncated before truncate on chain_link
        for each statement execute function refuse_rewriting_history();
      create trigger chain_head_append_only before update or delete on chain_head
        for each row execute function refuse_rewriting_history();
      create trigger chain_head_not_truncated before truncate on chain_head
        for each statement execute function refuse_rewriting_history();

      -- A change is linked when it has its position.
      create trigger change_chained after update on change referencing new table as noted
        for each statement execute function note_row_for_chain();
      insert into chain_pending (source, row_id, version) select 'change', id::text, 1 from change where position is not null order by position;
    `);
    for (const log of logs) {
      await runner.query(`
        create trigger ${log}_chained after insert on ${log} referencing new table as noted
          for each statement execute function note_row_for_chain();
        insert into chain_pending (source, row_id, version) select '${log}', id::text, 1 from ${log} order by id`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function note_fact_for_chain() cascade;
      drop function note_row_for_chain() cascade;
      drop function settle_chain(text[]);
      drop table chain_head, chain_salt, chain_link, chain_form, chain_pending`);
  }
}
