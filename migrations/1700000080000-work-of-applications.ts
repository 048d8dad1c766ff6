import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications, and internal audits by which a renewal restarts, are now among what IHSA owes: every account's items are computed again. */
export class WorkOfApplications1700000080000 implements MigrationInterface {
  name = 'WorkOfApplications1700000080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('insert into work_mark (account_id) values (null)');
  }

  async down(): Promise<void> {}
}
