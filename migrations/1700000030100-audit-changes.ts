import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps of audits are in the feed, for callers who may read the audit. */
export class AuditChanges1700000030100 implements MigrationInterface {
  name = 'AuditChanges1700000030100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table change
        add audit_id uuid,
        add audit_step text,
        add audit_step_undone boolean,
        drop constraint change_kind_known,
        drop constraint change_of_standing_whole,
        add constraint change_kind_known
          check (kind in ('STANDING', 'DOCUMENT', 'CORRECTION', 'REASONS', 'NOTICE', 'EQUIVALENCY_REQUEST', 'AUDIT')),
        add constraint change_of_standing_whole check ((kind in ('EQUIVALENCY_REQUEST', 'AUDIT')) = (after_period is null)
          and (after_period is null) = (before_standing is null) and (after_period is null) = (after_standing is null)),
        add constraint change_of_audit_whole check ((kind = 'AUDIT') = (audit_id is not null)
          and (audit_id is null) = (audit_step is null) and (audit_id is null) = (audit_step_undone is null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table change
        drop constraint change_of_audit_whole,
        drop constraint change_of_standing_whole,
        drop constraint change_kind_known,
        drop column audit_id,
        drop column audit_step,
        drop column audit_step_undone,
        add constraint change_kind_known
          check (kind in ('STANDING', 'DOCUMENT', 'CORRECTION', 'REASONS', 'NOTICE', 'EQUIVALENCY_REQUEST')),
        add constraint change_of_standing_whole check ((kind = 'EQUIVALENCY_REQUEST') = (after_period is null)
          and (after_period is null) = (before_standing is null) and (after_period is null) = (after_standing is null))`);
  }
}
