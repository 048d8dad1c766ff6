import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts of submitted audits and approvals of external reports are now among what IHSA owes: every account's items are computed again. */
export class WorkOfReceipts1700000086000 implements MigrationInterface {
  name = 'WorkOfReceipts1700000086000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('insert into work_mark (account_id) values (null)');
  }

  async down(): Promise<void> {}
}
