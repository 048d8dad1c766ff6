import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index in which a recognition that was not published is not: callers to whom it does not exist then take no longer over it. */
export class PublishedRecognitions1700000067000 implements MigrationInterface {
  name = 'PublishedRecognitions1700000067000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index sose_recognition_published_idx on sose_recognition (account_id, published_on) where published_on is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index sose_recognition_published_idx');
  }
}
