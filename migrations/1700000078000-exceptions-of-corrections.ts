import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The correction that an exception was used for may concern several documents. */
export class ExceptionsOfCorrections1700000078000 implements MigrationInterface {
  name = 'ExceptionsOfCorrections1700000078000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table issuing_exception add column also_served text[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table issuing_exception drop column also_served');
  }
}
