import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds numbers as they were recorded at an instant, among replaced facts. */
export class NumbersReplaced1700000027000 implements MigrationInterface {
  name = 'NumbersReplaced1700000027000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index fact_history_number_idx on fact_history ((was->>'number')) where (was->>'number') is not null;
      create index fact_history_wsib_account_idx on fact_history ((was->>'wsib_account')) where (was->>'wsib_account') is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index fact_history_number_idx, fact_history_wsib_account_idx');
  }
}
