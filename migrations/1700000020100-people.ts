import type { MigrationInterface, QueryRunner } from 'typeorm';

const factTables = ['person', 'designation', 'course_completion', 'training_exemption', 'retraining'];

const courses = `('COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT')`;

/** People with their roles and training (G-1.2.c, G-2.2), and since when an account's system has been in place (G-1.2.d). */
export class People1700000020100 implements MigrationInterface {
  name = 'People1700000020100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add system_in_place_since date;

      create table person (
        id uuid constraint person_pkey primary key default new_id(),
        entered_on date not null,
        erased_on date constraint person_erased_later check (erased_on >= entered_on),
        version integer not null default 1
      );

      -- Personal data, and no fact: it has no history, so that what is erased is gone (R-46, R-52).
      create table person_name (
        person_id uuid constraint person_name_pkey primary key constraint person_name_person_fkey references person (id),
        name text not null,
        email text
      );

      create table designation (
        id uuid constraint designation_pkey primary key default new_id(),
        person_id uuid not null constraint designation_person_fkey references person (id),
        account_id uuid not null constraint designation_account_fkey references account (id),
        role text not null constraint designation_role_known check (role in ('SENIOR_MANAGEMENT_REPRESENTATIVE', 'INTERNAL_AUDITOR')),
        from_day date not null,
        to_day date,
        is_permanent_full_time boolean not null,
        code_signed_on date,
        version integer not null default 1,
        constraint designation_days_in_order check (to_day >= from_day)
      );
      create index designation_account_idx on designation (account_id);
      create index designation_person_idx on designation (person_id);
      create unique index designation_one_at_a_time on designation (person_id, account_id, role) where to_day is null;

      create table course_completion (
        id uuid constraint course_completion_pkey primary key default new_id(),
        person_id uuid not null constraint course_completion_person_fkey references person (id),
        course text not null constraint course_completion_course_known check (course in ${courses}),
        completed_on date not null,
        provider text,
        version integer not null default 1,
        constraint course_completion_once unique (person_id, course, completed_on)
      );

      create table training_exemption (
        id uuid constraint training_exemption_pkey primary key default new_id(),
        person_id uuid not null constraint training_exemption_person_fkey references person (id),
        course text not null constraint training_exemption_course_known check (course in ${courses}),
        requested_on date not null,
        provider text not null constraint training_exemption_provider_known
          check (provider in ('CFCSA_MEMBER', 'RECOGNIZED_LEAD_AUDITOR_TRAINER', 'OTHER_PROVIDER')),
        provider_name text,
        course_completed_on date,
        evidence text[] not null constraint training_exemption_evidence_known
          check (evidence <@ array['TRANSCRIPT', 'COURSE_OUTLINE', 'COURSE_CERTIFICATE', 'WALLET_CARD', 'EXPERIENCE']),
        decided_on date,
        is_granted boolean,
        decided_by text,
        version integer not null default 1,
        constraint training_exemption_once unique (person_id, course, requested_on),
        constraint training_exemption_decided check ((decided_on is null) = (is_granted is null) and (decided_on is null) = (decided_by is null)),
        constraint training_exemption_days_in_order check (decided_on >= requested_on and requested_on >= course_completed_on)
      );

      create table retraining (
        id uuid constraint retraining_pkey primary key default new_id(),
        person_id uuid not null constraint retraining_person_fkey references person (id),
        required_on date not null,
        completed_on date,
        version integer not null default 1,
        constraint retraining_once unique (person_id, required_on),
        constraint retraining_days_in_order check (completed_on >= required_on)
      )`);
    for (const table of factTables) {
      await runner.query(`
        create trigger ${table}_keep_replaced before update or delete on ${table}
          for each row execute function keep_replaced_fact();
        create trigger ${table}_note_recorded after insert on ${table}
          referencing new table as recorded for each statement execute function note_recorded_fact();
        create trigger ${table}_not_truncated before truncate on ${table}
          for each statement execute function refuse_rewriting_history()`);
    }
    await runner.query(`
      alter table audit add internal_auditor_id uuid constraint audit_internal_auditor_fkey references person (id);
      create index audit_internal_auditor_idx on audit (internal_auditor_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit drop column internal_auditor_id;
      drop table retraining, training_exemption, course_completion, designation, person_name, person;
      alter table account drop column system_in_place_since`);
  }
}
