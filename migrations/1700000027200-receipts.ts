import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts: answers that are kept. */
export class Receipts1700000027200 implements MigrationInterface {
  name = 'Receipts1700000027200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table receipt (
        id uuid constraint receipt_pkey primary key default new_id(),
        number text not null constraint receipt_number_key unique,
        scope text not null,
        holder text not null,
        organization_id uuid,
        question text not null constraint receipt_question_known check (question in ('VERIFICATION', 'BIDDERS', 'REQUIREMENT')),
        asked jsonb not null,
        said jsonb not null,
        on_day date not null,
        known_at timestamptz(3) not null,
        rules_version text not null,
        kept_at timestamptz(3) not null,
        kept_by text not null
      );
      create index receipt_owner_idx on receipt (scope, lower(holder), kept_at);

      create table receipt_subject (
        receipt_id uuid not null constraint receipt_subject_receipt_fkey references receipt (id),
        account_id uuid not null constraint receipt_subject_account_fkey references account (id),
        constraint receipt_subject_pkey primary key (receipt_id, account_id)
      );
      create index receipt_subject_account_idx on receipt_subject (account_id);
    `);
    for (const table of ['receipt', 'receipt_subject']) {
      await runner.query(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_rewriting_history();
        create trigger ${table}_not_truncated before truncate on ${table}
          for each statement execute function refuse_rewriting_history()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table receipt_subject, receipt');
  }
}
