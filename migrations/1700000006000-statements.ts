import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements about an account, with the day from which each holds: what the registry itself cannot see (G-1.2.a, F-16.a). */
export class Statements1700000006000 implements MigrationInterface {
  name = 'Statements1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Nothing is changed or taken back: what was stated wrongly is stated again for the same day, and the last of a day counts.
      create table statement (
        id uuid constraint statement_pkey primary key default new_id(),
        account_id uuid not null constraint statement_account_fkey references account (id),
        kind text not null constraint statement_kind_known check (kind in ('WSIB_ACCOUNT_VALID', 'PERMANENT_OFFICE_IN_ONTARIO')),
        on_day date not null,
        is_so boolean not null,
        note text,
        stated_at timestamptz not null default clock_timestamp(),
        stated_by text not null
      );
      create index statement_account_idx on statement (account_id, kind, on_day);

      create trigger statement_append_only before update or delete on statement
        for each row execute function refuse_rewriting_history();
      create trigger statement_not_truncated before truncate on statement
        for each statement execute function refuse_rewriting_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statement');
  }
}
