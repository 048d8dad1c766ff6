import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Daily e-mail for organizations and watch lists, each to one address that confirms it first. */
export class EmailDigests1700000051000 implements MigrationInterface {
  name = 'EmailDigests1700000051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table email_digest (
        id uuid constraint email_digest_pkey primary key default new_id(),
        scope text not null constraint email_digest_scope_known check (scope in ('buyer', 'wsib', 'organization', 'staff', 'admin')),
        holder text not null,
        organization_id uuid,
        watch_list_id uuid,
        address text,
        address_hash bytea not null,
        locale text not null constraint email_digest_locale_known check (locale in ('en', 'fr')),
        created_at timestamptz not null default clock_timestamp(),
        created_by text not null,
        asked_at timestamptz,
        confirm_hash bytea constraint email_digest_confirm_secret unique,
        confirmed_at timestamptz,
        unsubscribe_secret bytea not null constraint email_digest_unsubscribe_secret unique,
        position bigint not null default 0,
        told text,
        told_on date,
        ended_at timestamptz,
        end_reason text constraint email_digest_end_reason_known check (end_reason in ('OWNER', 'READER', 'NOT_CONFIRMED', 'LIST_DELETED')),
        version integer not null default 1,
        constraint email_digest_organization_bound check ((scope = 'organization') = (organization_id is not null)),
        constraint email_digest_of_something check (scope = 'organization' or watch_list_id is not null),
        constraint email_digest_address_until_ended check ((ended_at is null) = (address is not null)),
        constraint email_digest_ended_for_a_reason check ((ended_at is null) = (end_reason is null))
      );
      create index email_digest_owner_idx on email_digest (lower(holder));
      create index email_digest_address_idx on email_digest (address_hash)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table email_digest');
  }
}
