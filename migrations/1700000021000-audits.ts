import type { MigrationInterface, QueryRunner } from 'typeorm';

const factTables = [
  'auditing_company',
  'external_auditor',
  'approved_list_period',
  'auditor_evaluation',
  'consulting_engagement',
  'conflict_of_interest',
  'audit_step',
  'later_scoring',
];

const steps = [
  ...[
    'SIGNED_OFF',
    'SUBMITTED',
    'RECEIVED',
    'PRE_ASSESSED',
    'RETURNED',
    'REVIEWER_ASSIGNED',
    'REVIEWED',
    'REPORT_RECEIVED',
    'REPORT_APPROVED',
  ],
  ...['ACTION_PLAN_CHOSEN', 'NEW_AUDIT_CHOSEN', 'ACTION_PLAN_SUBMITTED', 'ACTION_PLAN_SENT_BACK', 'ACTION_PLAN_APPROVED'],
  ...['SHOWN_TO_AUDITOR', 'AUDITOR_SELECTED', 'AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_SENT_BACK', 'AUDIT_PLAN_APPROVED'],
  ...['STARTED', 'COMPLETED', 'SCORED', 'CLOSED'],
];

/** The steps of an audit, its later scores, and the register of external auditors with everything that decides whether one may audit a firm. */
export class Audits1700000021000 implements MigrationInterface {
  name = 'Audits1700000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table auditing_company (
        id uuid constraint auditing_company_pkey primary key default new_id(),
        reference text not null constraint auditing_company_reference_key unique,
        name text not null,
        version integer not null default 1
      );

      -- Everyone who leads an external audit, on IHSA's approved list or not. From the day of removal new work is refused (R-17).
      create table external_auditor (
        id uuid constraint external_auditor_pkey primary key default new_id(),
        reference text not null constraint external_auditor_reference_key unique,
        name text not null,
        removed_on date,
        removal_reason text,
        version integer not null default 1,
        constraint external_auditor_removed_for_a_reason check ((removed_on is null) = (removal_reason is null))
      );

      -- An auditor stands on the approved list from a day to a day, both included, for a company or for none (G-2.4.g).
      create table approved_list_period (
        id uuid constraint approved_list_period_pkey primary key default new_id(),
        auditor_id uuid not null constraint approved_list_period_auditor_fkey references external_auditor (id),
        company_id uuid constraint approved_list_period_company_fkey references auditing_company (id),
        from_day date not null,
        to_day date,
        version integer not null default 1,
        constraint approved_list_period_once unique (auditor_id, from_day),
        constraint approved_list_period_days_in_order check (to_day >= from_day)
      );
      create index approved_list_period_company_idx on approved_list_period (company_id);

      create table auditor_evaluation (
        id uuid constraint auditor_evaluation_pkey primary key default new_id(),
        auditor_id uuid not null constraint auditor_evaluation_auditor_fkey references external_auditor (id),
        evaluated_on date not null,
        note text,
        version integer not null default 1,
        constraint auditor_evaluation_once unique (auditor_id, evaluated_on)
      );

      -- Who consults for a firm does not audit it (G-3.4.a); both days are included.
      create table consulting_engagement (
        id uuid constraint consulting_engagement_pkey primary key default new_id(),
        auditor_id uuid not null constraint consulting_engagement_auditor_fkey references external_auditor (id),
        organization_id uuid not null constraint consulting_engagement_organization_fkey references organization (id),
        from_day date not null,
        to_day date,
        version integer not null default 1,
        constraint consulting_engagement_once unique (auditor_id, organization_id, from_day),
        constraint consulting_engagement_days_in_order check (to_day >= from_day)
      );
      create index consulting_engagement_organization_idx on consulting_engagement (organization_id);

      -- A declared conflict bars nobody; IHSA's request to withdraw does, from its day until it is taken back (G-3.4.a).
      create table conflict_of_interest (
        id uuid constraint conflict_of_interest_pkey primary key default new_id(),
        auditor_id uuid not null constraint conflict_of_interest_auditor_fkey references external_auditor (id),
        organization_id uuid not null constraint conflict_of_interest_organization_fkey references organization (id),
        declared_on date not null,
        description text not null,
        withdrawal_requested_on date,
        request_ended_on date,
        version integer not null default 1,
        constraint conflict_of_interest_once unique (auditor_id, organization_id, declared_on),
        constraint conflict_of_interest_days_in_order check (withdrawal_requested_on >= declared_on and request_ended_on >= withdrawal_requested_on)
      );
      create index conflict_of_interest_organization_idx on conflict_of_interest (organization_id);

      alter table audit
        add re_audit_of_id uuid constraint audit_re_audit_of_fkey references audit (id),
        add submission_of_id uuid constraint audit_submission_of_fkey references audit (id),
        add sharing_agreed_on date,
        add signed_off_on date,
        add submitted_on date,
        add pre_assessed_on date,
        add reviewer text,
        add reviewed_on date,
        add report_received_on date,
        add report_approved_on date,
        add follow_up text constraint audit_follow_up_known check (follow_up in ('ACTION_PLAN', 'NEW_AUDIT')),
        add follow_up_on date,
        add action_plan_submitted_on date,
        add action_plan_approved_on date,
        add shown_on date,
        add external_auditor_id uuid constraint audit_external_auditor_fkey references external_auditor (id),
        add company_id uuid constraint audit_company_fkey references auditing_company (id),
        add plan_submitted_on date,
        add plan_approved_on date,
        add constraint audit_re_audit_named check (re_audit_of_id is null or type = 'RE_AUDIT'),
        add constraint audit_sharing_agreed check ((submission_of_id is null) = (sharing_agreed_on is null)),
        add constraint audit_follow_up_dated check ((follow_up is null) = (follow_up_on is null));
      create index audit_re_audit_of_idx on audit (re_audit_of_id);
      create index audit_submission_of_idx on audit (submission_of_id);
      create index audit_external_auditor_idx on audit (external_auditor_id);

      -- The audit that a certificate or a letter rests on; null for those that an import brought without it (G-2.4.h, G-2.4.k).
      alter table certificate add audit_id uuid constraint certificate_audit_fkey references audit (id);
      create index certificate_audit_idx on certificate (audit_id);
      alter table letter_of_good_standing add audit_id uuid constraint letter_of_good_standing_audit_fkey references audit (id);
      create index letter_of_good_standing_audit_idx on letter_of_good_standing (audit_id);

      -- What happened to an audit, in order. The audit's own columns hold the last day of each; here is what came before, and who recorded it.
      create table audit_step (
        id uuid constraint audit_step_pkey primary key default new_id(),
        audit_id uuid not null constraint audit_step_audit_fkey references audit (id) on delete cascade,
        kind text not null constraint audit_step_kind_known check (kind in (${steps.map((step) => `'${step}'`).join(', ')})),
        occurred_on date not null,
        note text,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by text not null,
        version integer not null default 1
      );
      create index audit_step_audit_idx on audit_step (audit_id, occurred_on);

      -- The first scores are the audit's; a correction is scored again, and each scoring keeps its day (G-2.4.k).
      create table later_scoring (
        id uuid constraint later_scoring_pkey primary key default new_id(),
        audit_id uuid not null constraint later_scoring_audit_fkey references audit (id) on delete cascade,
        scored_on date not null,
        overall numeric(5, 2) not null constraint later_scoring_overall_is_percent check (overall between 0 and 100),
        legislated numeric(5, 2) not null constraint later_scoring_legislated_is_percent check (legislated between 0 and 100),
        elements numeric(5, 2)[] not null
          constraint later_scoring_elements_are_percent check (0 <= all (elements) and 100 >= all (elements)),
        version integer not null default 1,
        constraint later_scoring_once unique (audit_id, scored_on)
      );
    `);
    await oneRegister(runner);
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
    await runner.query(`
      alter table lead_auditor add name text;
      alter table lead_auditor disable trigger lead_auditor_keep_replaced;
      update lead_auditor set name = (select name from external_auditor where external_auditor.id = auditor_id);
      alter table lead_auditor enable trigger lead_auditor_keep_replaced;
      alter table lead_auditor alter name set not null, drop auditor_id;
      drop table later_scoring, audit_step;
      alter table letter_of_good_standing drop audit_id;
      alter table certificate drop audit_id;
      alter table audit
        drop re_audit_of_id, drop submission_of_id, drop sharing_agreed_on, drop signed_off_on, drop submitted_on, drop pre_assessed_on,
        drop reviewer, drop reviewed_on, drop report_received_on, drop report_approved_on, drop follow_up, drop follow_up_on,
        drop action_plan_submitted_on, drop action_plan_approved_on, drop shown_on, drop external_auditor_id, drop company_id,
        drop plan_submitted_on, drop plan_approved_on;
      drop table conflict_of_interest, consulting_engagement, auditor_evaluation, approved_list_period, external_auditor, auditing_company;
    `);
  }
}

/** Each external audit used to carry its auditor's name. Equal names become one entry of the register. */
async function oneRegister(runner: QueryRunner): Promise<void> {
  await runner.query(`
    insert into external_auditor (reference, name) select distinct name, name from lead_auditor;
    alter table lead_auditor add auditor_id uuid constraint lead_auditor_auditor_fkey references external_auditor (id);
    alter table lead_auditor disable trigger lead_auditor_keep_replaced;
    update lead_auditor set auditor_id = (select id from external_auditor where reference = lead_auditor.name);
    alter table lead_auditor enable trigger lead_auditor_keep_replaced;
    alter table lead_auditor alter auditor_id set not null, drop name;
    create index lead_auditor_auditor_idx on lead_auditor (auditor_id);
  `);
}
