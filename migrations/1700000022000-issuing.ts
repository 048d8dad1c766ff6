import type { MigrationInterface, QueryRunner } from 'typeorm';

const factTables = ['issuing_exception', 'document_support'];

/** What a certificate or letter rests on, and the exceptions recorded by administrators. */
export class Issuing1700000022000 implements MigrationInterface {
  name = 'Issuing1700000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An exception sets clauses aside for one issue: once a document names it, it has served.
      create table issuing_exception (
        id uuid constraint issuing_exception_pkey primary key default new_id(),
        account_id uuid not null constraint issuing_exception_account_fkey references account (id),
        clauses text[] not null constraint issuing_exception_sets_something_aside check (cardinality(clauses) > 0),
        reason text not null,
        document text not null,
        decided_by text not null,
        decided_on date not null,
        served_document text,
        version integer not null default 1
      );
      create index issuing_exception_account_idx on issuing_exception (account_id, decided_on);

      -- Beside the audit that the document itself names. A record that was corrected away leaves the rest standing.
      create table document_support (
        id uuid constraint document_support_pkey primary key default new_id(),
        certificate_id uuid constraint document_support_certificate_key unique
          constraint document_support_certificate_fkey references certificate (id) on delete cascade,
        letter_id uuid constraint document_support_letter_key unique
          constraint document_support_letter_fkey references letter_of_good_standing (id) on delete cascade,
        failed_audit_id uuid constraint document_support_failed_audit_fkey references audit (id) on delete set null,
        internal_audit_id uuid constraint document_support_internal_audit_fkey references audit (id) on delete set null,
        year_one_audit_id uuid constraint document_support_year_one_audit_fkey references audit (id) on delete set null,
        registration_id uuid constraint document_support_registration_fkey references registration (id) on delete set null,
        exception_id uuid constraint document_support_exception_key unique
          constraint document_support_exception_fkey references issuing_exception (id),
        reasons json not null,
        version integer not null default 1,
        constraint document_support_of_one_document check ((certificate_id is null) <> (letter_id is null))
      );
      create index document_support_failed_audit_idx on document_support (failed_audit_id);
      create index document_support_internal_audit_idx on document_support (internal_audit_id);
      create index document_support_year_one_audit_idx on document_support (year_one_audit_id);
      create index document_support_registration_idx on document_support (registration_id);
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
    await runner.query('drop table document_support, issuing_exception');
  }
}
