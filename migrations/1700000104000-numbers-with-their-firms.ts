import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a list of account numbers find the organizations of its accounts without reading the accounts. */
export class NumbersWithTheirFirms1700000104000 implements MigrationInterface {
  name = 'NumbersWithTheirFirms1700000104000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table account drop constraint account_wsib_account_key, add constraint account_wsib_account_key unique (wsib_account) include (id, organization_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table account drop constraint account_wsib_account_key, add constraint account_wsib_account_key unique (wsib_account) include (id)`,
    );
  }
}
