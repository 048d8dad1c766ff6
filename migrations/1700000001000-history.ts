import type { MigrationInterface, QueryRunner } from 'typeorm';

const factTables = [
  'organization',
  'account',
  'registration',
  'certificate',
  'letter_of_good_standing',
  'bidding_document',
  'spot_check',
  'spot_check_event',
  'revocation',
  'audit',
  'element_score',
];

const appendOnlyTables = ['recording', 'fact_history', 'standing_period_history', 'audit_log'];

const periodColumns = `
  account_id uuid not null,
  valid_from date not null,
  valid_to date,
  standing text not null,
  standard text,
  basis text,
  certificate_id uuid,
  certificate_number text,
  certificate_issued_on date,
  letter_id uuid,
  letter_number text,
  letter_year smallint,
  letter_issued_on date,
  bidding_document_id uuid,
  bidding_document_number text,
  bidding_document_issued_on date,
  bidding_document_last_day date,
  since date not null,
  holds_until date,
  next_standing text,
  reasons text not null,
  recording_id bigint not null`;

/** What was known when: recordings, replaced facts, timelines now and before, keys and the audit log. */
export class History1700000001000 implements MigrationInterface {
  name = 'History1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence recording_id_seq;
      -- One row a transaction that recorded something, written last, so that recorded_at is as near to the commit as it can be.
      create table recording (
        id bigint constraint recording_pkey primary key,
        recorded_at timestamptz(3) not null,
        actor text not null,
        reason text
      );
      create index recording_recorded_at_idx on recording (recorded_at);

      create table fact_history (
        id bigint generated always as identity constraint fact_history_pkey primary key,
        fact text not null,
        fact_id uuid not null,
        version integer not null,
        was jsonb not null,
        replaced_at timestamptz not null default clock_timestamp(),
        recording_id bigint,
        actor text not null,
        reason text
      );
      create index fact_history_fact_idx on fact_history (fact_id, version);

      -- Timelines follow from the facts, and registry check proves that they do. What a foreign key to account and a json type would add
      -- to that costs as much again as storing them: see docs/decisions/0008.
      create table standing_period (${periodColumns},
        constraint standing_period_pkey primary key (account_id, valid_from),
        constraint standing_period_days_in_order check (valid_to > valid_from)
      );

      create table standing_period_history (
        id bigint generated always as identity constraint standing_period_history_pkey primary key,${periodColumns},
        ended_by_recording_id bigint not null
      );
      create index standing_period_history_account_idx on standing_period_history (account_id, valid_from);

      create table api_key (
        id text constraint api_key_pkey primary key,
        secret_hash bytea not null,
        scope text not null constraint api_key_scope_known
          check (scope in ('buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin')),
        holder text not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz
      );

      create table audit_log (
        id bigint generated always as identity constraint audit_log_pkey primary key,
        at timestamptz not null default clock_timestamp(),
        actor text not null,
        action text not null,
        subject text,
        details jsonb not null default '{}',
        request_id text
      );
      create index audit_log_subject_idx on audit_log (subject, at);

      -- Whether this transaction recorded anything: its end writes the recording only then.
      create function note_recorded_fact() returns trigger language plpgsql as $$
      begin
        if exists (select from recorded) then perform set_config('registry.recorded', 'on', true); end if;
        return null;
      end $$;

      create function keep_replaced_fact() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new is not distinct from old then return new; end if;
        perform set_config('registry.recorded', 'on', true);
        insert into fact_history (fact, fact_id, version, was, recording_id, actor, reason)
        values (tg_table_name, old.id, old.version, to_jsonb(old),
          nullif(current_setting('registry.recording', true), '')::bigint,
          coalesce(nullif(current_setting('registry.actor', true), ''), session_user),
          nullif(current_setting('registry.reason', true), ''));
        if tg_op = 'DELETE' then return old; end if;
        new.version := old.version + 1;
        return new;
      end $$;

      create function refuse_rewriting_history() returns trigger language plpgsql as $$
      begin
        if current_setting('registry.replacing_demo', true) = 'on' and exists (select from registry where kind = 'DEMO') then
          return coalesce(new, old);
        end if;
        raise exception '% keeps its history: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
      end $$;
    `);
    for (const table of factTables) {
      await runner.query(`
        create trigger ${table}_keep_replaced before update or delete on ${table}
          for each row execute function keep_replaced_fact();
        create trigger ${table}_note_recorded after insert on ${table}
          referencing new table as recorded for each statement execute function note_recorded_fact();
        create trigger ${table}_not_truncated before truncate on ${table}
          for each statement execute function refuse_rewriting_history()`);
    }
    for (const table of appendOnlyTables) {
      await runner.query(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_rewriting_history();
        create trigger ${table}_not_truncated before truncate on ${table}
          for each statement execute function refuse_rewriting_history()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of factTables) {
      await runner.query(`
        drop trigger ${table}_keep_replaced on ${table};
        drop trigger ${table}_note_recorded on ${table};
        drop trigger ${table}_not_truncated on ${table}`);
    }
    await runner.query(`
      drop table audit_log, api_key, standing_period_history, standing_period, fact_history, recording;
      drop sequence recording_id_seq;
      drop function note_recorded_fact(), keep_replaced_fact(), refuse_rewriting_history();
    `);
  }
}
