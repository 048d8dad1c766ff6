import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes that let a question about a number that finds nothing cost what one about a hidden account costs. */
export class EqualWork1700000053000 implements MigrationInterface {
  name = 'EqualWork1700000053000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- With the id, so that a number that is found costs no more than one that is not.
      alter table account drop constraint account_wsib_account_key, add constraint account_wsib_account_key unique (wsib_account) include (id);
      -- Accounts by chance, all over the table.
      create index account_by_chance_idx on account (md5(id::text)) include (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index account_by_chance_idx;
      alter table account drop constraint account_wsib_account_key, add constraint account_wsib_account_key unique (wsib_account)`);
  }
}
