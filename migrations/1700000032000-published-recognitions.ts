import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A recognition that the ministry published is public (article, step 4). */
export class PublishedRecognitions1700000032000 implements MigrationInterface {
  name = 'PublishedRecognitions1700000032000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sose_recognition
        add column published_on date,
        add constraint sose_recognition_published_after_grant check (published_on >= granted_on)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sose_recognition drop column published_on');
  }
}
