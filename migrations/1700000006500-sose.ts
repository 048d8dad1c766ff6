import type { MigrationInterface, QueryRunner } from 'typeorm';

const factTables = ['lead_auditor', 'lead_auditor_standing', 'sose_action_plan', 'sose_recognition'];

/** What recognition under SOSE requires besides audits, and the recognitions that the ministry reports. */
export class Sose1700000006500 implements MigrationInterface {
  name = 'Sose1700000006500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An audit that never was takes with it what was recorded of it; the history of all stays.
      create table lead_auditor (
        id uuid constraint lead_auditor_pkey primary key default new_id(),
        audit_id uuid not null constraint lead_auditor_audit_key unique
          constraint lead_auditor_audit_fkey references audit (id) on delete cascade,
        name text not null,
        version integer not null default 1
      );

      -- Statements of a lead auditor's standing, both days included; days that none covers are not known (X-14).
      create table lead_auditor_standing (
        id uuid constraint lead_auditor_standing_pkey primary key default new_id(),
        lead_auditor_id uuid not null
          constraint lead_auditor_standing_lead_auditor_fkey references lead_auditor (id) on delete cascade,
        from_day date not null,
        to_day date,
        in_good_standing boolean not null,
        version integer not null default 1,
        constraint lead_auditor_standing_once unique (lead_auditor_id, from_day, in_good_standing),
        constraint lead_auditor_standing_days_in_order check (to_day >= from_day)
      );

      create table sose_action_plan (
        id uuid constraint sose_action_plan_pkey primary key default new_id(),
        audit_id uuid not null constraint sose_action_plan_audit_key unique
          constraint sose_action_plan_audit_fkey references audit (id) on delete cascade,
        approved_on date,
        approved_by text,
        checked_on date,
        checked_by text,
        by_third_party boolean,
        version integer not null default 1
      );

      -- A recognition runs from its first to its last day, both included; the day of its revocation no longer counts.
      create table sose_recognition (
        id uuid constraint sose_recognition_pkey primary key default new_id(),
        account_id uuid not null constraint sose_recognition_account_fkey references account (id),
        reference text not null,
        granted_on date not null,
        from_day date not null,
        to_day date,
        revoked_on date,
        revocation_reason text,
        reported_by text not null,
        version integer not null default 1,
        constraint sose_recognition_once unique (account_id, reported_by, reference),
        constraint sose_recognition_days_in_order check (to_day >= from_day),
        constraint sose_recognition_revoked_after_grant check (revoked_on >= granted_on),
        constraint sose_recognition_revoked_for_a_reason check ((revoked_on is null) = (revocation_reason is null))
      );
    `);
    for (const table of factTables) {
      await runner.query(`
        create trigger ${table}_keep_replaced before update or delete on ${table}
          for each row execute function keep_replaced_fact();
        create trigger ${table}_note_recorded after insert on ${table}
          referencing new table as recorded for each statement execute function note_recorded_fact();
        create trigger ${table}_not_truncated before truncate on ${table}
          for each statement execute function refuse_rewriting_history()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sose_recognition, sose_action_plan, lead_auditor_standing, lead_auditor');
  }
}
