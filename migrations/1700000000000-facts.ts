import type { MigrationInterface, QueryRunner } from 'typeorm';

const numberedDocuments = [
  ['registration', 'CONFIRMATION_OF_REGISTRATION'],
  ['certificate', 'CERTIFICATE'],
  ['letter_of_good_standing', 'LETTER_OF_GOOD_STANDING'],
  ['bidding_document', 'BIDDING_DOCUMENT'],
];

/** The facts: one current row each, with a version. What an update replaces goes to fact_history (next migration). */
export class Facts1700000000000 implements MigrationInterface {
  name = 'Facts1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Version 7 ids grow with time, so that inserts touch the end of each index; PostgreSQL has its own only from 18 on.
      create function new_id() returns uuid language sql volatile parallel safe as $$
        select encode(set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid())
            placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
          52, 1), 53, 1), 'hex')::uuid
      $$;

      create table registry (
        id boolean constraint registry_pkey primary key default true constraint registry_is_one check (id),
        kind text not null constraint registry_kind_known check (kind in ('DEMO', 'REAL'))
      );

      create table organization (
        id uuid constraint organization_pkey primary key default new_id(),
        reference text not null constraint organization_reference_key unique,
        legal_name text not null,
        operating_name text,
        former_names text[] not null default '{}',
        business_number text,
        city text,
        version integer not null default 1
      );
      -- The nine digits name the firm; a program account behind them does not.
      create index organization_business_number_idx on organization (left(business_number, 9));
      -- The order in which organizations are listed, the same on every server: "C" compares code points.
      create index organization_legal_name_idx on organization (legal_name collate "C", id);
      create index organization_city_idx on organization (lower(city), legal_name collate "C", id);

      create table account (
        id uuid constraint account_pkey primary key default new_id(),
        reference text not null constraint account_reference_key unique,
        organization_id uuid not null constraint account_organization_fkey references organization (id),
        wsib_account text constraint account_wsib_account_key unique,
        version integer not null default 1
      );
      create index account_organization_idx on account (organization_id);

      -- Every number of a document of whatever kind, entered by the trigger of the document's table.
      create table document_number (
        number text constraint document_number_pkey primary key,
        kind text not null constraint document_number_kind_known
          check (kind in ('CONFIRMATION_OF_REGISTRATION', 'CERTIFICATE', 'LETTER_OF_GOOD_STANDING', 'BIDDING_DOCUMENT'))
      );

      -- Ten random characters of Crockford's base 32 after the year: consecutive numbers would let anyone list the registered firms.
      -- Of a version 4 id in base 64, the characters from the twelfth on are wholly random; each two of them become one of ours.
      create function new_document_number(year integer) returns text language sql volatile parallel safe as $$
        select 'COR-' || year || '-' || translate(substr(encode(uuid_send(gen_random_uuid()), 'base64'), 12, 10),
          'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
          '0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRSTVWXYZ')
      $$;

      create table registration (
        id uuid constraint registration_pkey primary key default new_id(),
        reference text not null constraint registration_reference_key unique,
        -- Of the confirmation of registration (G-2.1.b).
        number text not null constraint registration_number_key unique,
        account_id uuid not null constraint registration_account_fkey references account (id),
        confirmed_on date not null,
        withdrawn_on date,
        version integer not null default 1,
        constraint registration_days_in_order check (withdrawn_on >= confirmed_on)
      );
      create index registration_account_idx on registration (account_id);

      create table certificate (
        id uuid constraint certificate_pkey primary key default new_id(),
        number text not null constraint certificate_number_key unique,
        account_id uuid not null constraint certificate_account_fkey references account (id),
        standard text not null constraint certificate_standard_known check (standard in ('COR', 'COR_2020')),
        basis text not null constraint certificate_basis_known
          check (basis in ('EXTERNAL_AUDIT', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY')),
        issued_on date not null,
        version integer not null default 1
      );
      create unique index certificate_one_of_a_kind_a_day on certificate (account_id, issued_on, (basis = 'EXTERNAL_AUDIT'));

      create table letter_of_good_standing (
        id uuid constraint letter_of_good_standing_pkey primary key default new_id(),
        number text not null constraint letter_of_good_standing_number_key unique,
        certificate_id uuid not null constraint letter_of_good_standing_certificate_fkey references certificate (id),
        year smallint not null constraint letter_of_good_standing_year_known check (year in (2, 3)),
        issued_on date not null,
        version integer not null default 1
      );
      create index letter_of_good_standing_certificate_idx on letter_of_good_standing (certificate_id);

      create table bidding_document (
        id uuid constraint bidding_document_pkey primary key default new_id(),
        number text not null constraint bidding_document_number_key unique,
        account_id uuid not null constraint bidding_document_account_fkey references account (id),
        kind text not null constraint bidding_document_kind_known check (kind in ('INTERIM_LOGS', 'LETTER_OF_RECIPROCITY')),
        issued_on date not null,
        host_expires_on date,
        version integer not null default 1
      );
      create index bidding_document_account_idx on bidding_document (account_id);

      create table spot_check (
        id uuid constraint spot_check_pkey primary key default new_id(),
        reference text not null constraint spot_check_reference_key unique,
        account_id uuid not null constraint spot_check_account_fkey references account (id),
        received_on date not null,
        corrective_action boolean not null,
        version integer not null default 1
      );
      create index spot_check_account_idx on spot_check (account_id);

      create table spot_check_event (
        id uuid constraint spot_check_event_pkey primary key default new_id(),
        spot_check_id uuid not null constraint spot_check_event_spot_check_fkey references spot_check (id),
        occurred_on date not null,
        kind text not null constraint spot_check_event_kind_known
          check (kind in ('IMPLEMENTATION_REPORTED', 'FOUND_NOT_IMPLEMENTED', 'VALIDATED')),
        version integer not null default 1,
        constraint spot_check_event_once unique (spot_check_id, occurred_on, kind)
      );

      create table revocation (
        id uuid constraint revocation_pkey primary key default new_id(),
        reference text not null constraint revocation_reference_key unique,
        account_id uuid not null constraint revocation_account_fkey references account (id),
        effective_from date not null,
        lifted_on date,
        reason text not null,
        document text not null,
        version integer not null default 1,
        constraint revocation_days_in_order check (lifted_on >= effective_from)
      );
      create index revocation_account_idx on revocation (account_id);

      create table audit (
        id uuid constraint audit_pkey primary key default new_id(),
        reference text not null constraint audit_reference_key unique,
        account_id uuid not null constraint audit_account_fkey references account (id),
        type text not null constraint audit_type_known
          check (type in ('INITIAL_INTERNAL', 'EXTERNAL', 'RE_AUDIT', 'MAINTENANCE', 'TRANSITION', 'RECERTIFICATION_INTERNAL')),
        tool text not null constraint audit_tool_known check (tool in ('COR', 'COR_2020')),
        started_on date,
        completed_on date,
        received_on date,
        reported_on date,
        closed_on date,
        auditor text,
        auditing_company text,
        overall numeric(5, 2) constraint audit_overall_is_percent check (overall between 0 and 100),
        legislated numeric(5, 2) constraint audit_legislated_is_percent check (legislated between 0 and 100),
        version integer not null default 1
      );
      create index audit_account_idx on audit (account_id);

      create table element_score (
        id uuid constraint element_score_pkey primary key default new_id(),
        audit_id uuid not null constraint element_score_audit_fkey references audit (id),
        element smallint not null constraint element_score_element_positive check (element between 1 and 19),
        score numeric(5, 2) not null constraint element_score_is_percent check (score between 0 and 100),
        version integer not null default 1,
        constraint element_score_once unique (audit_id, element)
      );

      -- A foreign key to document_number would let a letter take the number of a certificate, and cost 14 µs a row.
      create function take_document_number() returns trigger language plpgsql as $$
      begin
        insert into document_number (number, kind) select number, tg_argv[0] from taken on conflict do nothing;
        if exists (select from taken join document_number using (number) where document_number.kind <> tg_argv[0]) then
          raise exception 'the number stands on a document of another kind' using errcode = 'unique_violation',
            constraint = 'document_number_pkey', table = tg_table_name;
        end if;
        return null;
      end $$;
    `);
    for (const [table, kind] of numberedDocuments) {
      await runner.query(`
        create trigger ${table}_takes_number after insert on ${table}
          referencing new table as taken for each statement execute function take_document_number('${kind}');
        create trigger ${table}_takes_other_number after update on ${table}
          referencing new table as taken for each statement execute function take_document_number('${kind}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table element_score, audit, revocation, spot_check_event, spot_check, bidding_document, letter_of_good_standing,
        certificate, registration, document_number, account, organization, registry;
      drop function new_id(), new_document_number(integer), take_document_number();
    `);
  }
}
