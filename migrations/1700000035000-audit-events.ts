import type { MigrationInterface, QueryRunner } from 'typeorm';

const events = `('BEGUN', 'CORRECTED', 'REMOVED', 'INTERNAL_AUDITOR_NAMED', 'LEAD_AUDITOR_CHANGED', 'DOCUMENTS_CHANGED', 'APPEAL_CHANGED',
            'SOSE_ACTION_PLAN_CHANGED', 'AUDITOR_ERASED')`;

/** Whatever alters an audit is in the feed, not only its steps: a correction, its removal, documents, an appeal. */
export class AuditEvents1700000035000 implements MigrationInterface {
  name = 'AuditEvents1700000035000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table change
        add audit_event text,
        drop constraint change_of_audit_whole,
        add constraint change_of_audit_whole check ((kind = 'AUDIT') = (audit_id is not null)
          and (audit_step is null) = (audit_step_undone is null)
          and (audit_id is null) = (audit_step is null and audit_event is null)
          and (audit_step is null or audit_event is null)),
        add constraint change_audit_event_known check (audit_event in ${events})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table change
        drop constraint change_audit_event_known,
        drop constraint change_of_audit_whole,
        drop column audit_event,
        add constraint change_of_audit_whole check ((kind = 'AUDIT') = (audit_id is not null)
          and (audit_id is null) = (audit_step is null) and (audit_id is null) = (audit_step_undone is null))`);
  }
}
