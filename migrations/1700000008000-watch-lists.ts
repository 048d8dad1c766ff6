import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Named lists of accounts to watch for a contract. */
export class WatchLists1700000008000 implements MigrationInterface {
  name = 'WatchLists1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- It belongs to whom its key was given to, as a webhook does. No foreign key to organization, as of api_key.
      create table watch_list (
        id uuid constraint watch_list_pkey primary key default new_id(),
        scope text not null constraint watch_list_scope_known check (scope in ('buyer', 'wsib', 'organization', 'staff', 'admin')),
        holder text not null,
        organization_id uuid,
        name text not null,
        contract text,
        from_day date,
        to_day date,
        notice_days smallint[] not null,
        created_at timestamptz not null default clock_timestamp(),
        created_by text not null,
        deleted_at timestamptz,
        version integer not null default 1,
        constraint watch_list_organization_bound check ((scope = 'organization') = (organization_id is not null)),
        constraint watch_list_named check (name ~ '\\S'),
        constraint watch_list_days_in_order check (to_day >= from_day),
        constraint watch_list_notice_days_known check (notice_days <@ array[30, 14, 7]::smallint[])
      );
      create index watch_list_owner_idx on watch_list (lower(holder), scope) where deleted_at is null;

      -- An account by its id or by a WSIB account number, whether there is such an account or not: what may not be known of an account does not
      -- show in what can be put on a list. Hence no foreign key to account.
      create table watch_list_entry (
        id bigint generated always as identity constraint watch_list_entry_pkey primary key,
        list_id uuid not null constraint watch_list_entry_list_fkey references watch_list (id),
        account_id uuid,
        wsib_account text,
        added_at timestamptz not null default clock_timestamp(),
        constraint watch_list_entry_list_id_account_id_key unique (list_id, account_id),
        constraint watch_list_entry_list_id_wsib_account_key unique (list_id, wsib_account),
        constraint watch_list_entry_of_one_account check (num_nonnulls(account_id, wsib_account) = 1)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table watch_list_entry; drop table watch_list;');
  }
}
