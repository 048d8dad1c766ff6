import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters whose audit fails after their issue now alert IHSA's staff: every account's items are computed again. */
export class WorkOfFailedLetters1700000098000 implements MigrationInterface {
  name = 'WorkOfFailedLetters1700000098000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('insert into work_mark (account_id) values (null)');
  }

  async down(): Promise<void> {}
}
