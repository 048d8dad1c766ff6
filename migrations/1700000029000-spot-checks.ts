import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spot checks as recorded: scope, plan and fee besides the report, the finding and the validation (G-4.4). */
export class SpotChecks1700000029000 implements MigrationInterface {
  name = 'SpotChecks1700000029000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table spot_check add scope text;
      alter table spot_check_event drop constraint spot_check_event_kind_known,
        add constraint spot_check_event_kind_known
          check (kind in ('PLAN_SUBMITTED', 'IMPLEMENTATION_REPORTED', 'FOUND_NOT_IMPLEMENTED', 'VALIDATED', 'FEE_CHARGED', 'FEE_PAID'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table spot_check_event drop constraint spot_check_event_kind_known,
        add constraint spot_check_event_kind_known check (kind in ('IMPLEMENTATION_REPORTED', 'FOUND_NOT_IMPLEMENTED', 'VALIDATED'));
      alter table spot_check drop scope`);
  }
}
