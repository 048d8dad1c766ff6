import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credentials of documents, and their places in status lists. */
export class Credentials1700000027300 implements MigrationInterface {
  name = 'Credentials1700000027300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credential (
        list integer not null,
        index integer not null,
        number text not null,
        issued_at timestamptz not null default clock_timestamp(),
        issued_by text not null,
        constraint credential_pkey primary key (list, index),
        constraint credential_index_in_list check (list > 0 and index >= 0 and index < 131072)
      );
      create index credential_number_idx on credential (number);
      create trigger credential_append_only before update or delete on credential
        for each row execute function refuse_rewriting_history();
      create trigger credential_not_truncated before truncate on credential
        for each statement execute function refuse_rewriting_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table credential');
  }
}
