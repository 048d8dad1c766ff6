import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasons = (...names: string[]): string => names.map((name) => `'${name}'`).join(', ');
const before = ['BY_OWNER', 'RECEIVER_GONE', 'RECEIVER_FAILED', 'NO_VALID_KEY'];

/** A webhook may say which fields of each change it gets, and is paused once the schema no longer has them. */
export class WebhookSelections1700000055000 implements MigrationInterface {
  name = 'WebhookSelections1700000055000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webhook_endpoint add selection text,
        drop constraint webhook_endpoint_pause_reason_known,
        add constraint webhook_endpoint_pause_reason_known check (pause_reason in (${reasons(...before, 'SELECTION_INVALID')}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update webhook_endpoint set pause_reason = 'BY_OWNER' where pause_reason = 'SELECTION_INVALID';
      alter table webhook_endpoint drop selection,
        drop constraint webhook_endpoint_pause_reason_known,
        add constraint webhook_endpoint_pause_reason_known check (pause_reason in (${reasons(...before)}))`);
  }
}
