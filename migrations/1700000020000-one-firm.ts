import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organization entered twice becomes one, and an account is still found by its former WSIB numbers. */
export class OneFirm1700000020000 implements MigrationInterface {
  name = 'OneFirm1700000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization
        add merged_into_id uuid constraint organization_merged_into_fkey references organization (id),
        add constraint organization_merged_into_another check (merged_into_id <> id);
      create index organization_merged_into_idx on organization (merged_into_id) where merged_into_id is not null;

      create table former_wsib_account (
        id uuid constraint former_wsib_account_pkey primary key default new_id(),
        account_id uuid not null constraint former_wsib_account_account_fkey references account (id),
        number text not null,
        until_day date not null,
        version integer not null default 1
      );
      create index former_wsib_account_account_idx on former_wsib_account (account_id);
      create index former_wsib_account_number_idx on former_wsib_account (number);

      create trigger former_wsib_account_keep_replaced before update or delete on former_wsib_account
        for each row execute function keep_replaced_fact();
      create trigger former_wsib_account_note_recorded after insert on former_wsib_account
        referencing new table as recorded for each statement execute function note_recorded_fact();
      create trigger former_wsib_account_not_truncated before truncate on former_wsib_account
        for each statement execute function refuse_rewriting_history()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table former_wsib_account;
      drop index organization_merged_into_idx;
      alter table organization drop constraint organization_merged_into_another, drop column merged_into_id`);
  }
}
