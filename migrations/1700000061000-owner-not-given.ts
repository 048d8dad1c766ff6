import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A kept requirement may leave open who asks. Those from before say PRIVATE, whether or not anyone said so. */
export class OwnerNotGiven1700000061000 implements MigrationInterface {
  name = 'OwnerNotGiven1700000061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table kept_requirement drop constraint kept_requirement_owner_known,
        add constraint kept_requirement_owner_known check (owner in ('GOVERNMENT', 'PUBLIC_SECTOR', 'PRIVATE', 'NOT_GIVEN'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update kept_requirement set owner = 'PRIVATE' where owner = 'NOT_GIVEN';
      alter table kept_requirement drop constraint kept_requirement_owner_known,
        add constraint kept_requirement_owner_known check (owner in ('GOVERNMENT', 'PUBLIC_SECTOR', 'PRIVATE'))`);
  }
}
