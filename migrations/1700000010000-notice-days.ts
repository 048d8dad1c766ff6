import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A watch list may ask for notices 90, 60 and 1 days ahead as well. */
export class NoticeDays1700000010000 implements MigrationInterface {
  name = 'NoticeDays1700000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table watch_list
        drop constraint watch_list_notice_days_known,
        add constraint watch_list_notice_days_known check (notice_days <@ array[90, 60, 30, 14, 7, 1]::smallint[])`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update watch_list set notice_days = array(select days from unnest(notice_days) as days where days in (30, 14, 7));
      alter table watch_list
        drop constraint watch_list_notice_days_known,
        add constraint watch_list_notice_days_known check (notice_days <@ array[30, 14, 7]::smallint[])`);
  }
}
