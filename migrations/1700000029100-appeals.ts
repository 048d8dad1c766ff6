import type { MigrationInterface, QueryRunner } from 'typeorm';

const factTables = ['appeal', 'appeal_level'];

/** Appeals against results of audits, level by level (guideline 7). */
export class Appeals1700000029100 implements MigrationInterface {
  name = 'Appeals1700000029100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appeal (
        id uuid constraint appeal_pkey primary key default new_id(),
        account_id uuid not null constraint appeal_account_fkey references account (id),
        audit_id uuid not null constraint appeal_audit_key unique constraint appeal_audit_fkey references audit (id) on delete cascade,
        grounds text not null,
        agreed_on date,
        agreement text,
        version integer not null default 1,
        constraint appeal_agreement_dated check ((agreed_on is null) = (agreement is null))
      );
      create index appeal_account_idx on appeal (account_id);

      -- Level 3 is filed by nobody: it follows the denial at level 2 (G-7.d).
      create table appeal_level (
        id uuid constraint appeal_level_pkey primary key default new_id(),
        appeal_id uuid not null constraint appeal_level_appeal_fkey references appeal (id) on delete cascade,
        level smallint not null constraint appeal_level_known check (level between 1 and 3),
        filed_on date,
        acknowledged_on date,
        decided_on date,
        outcome text constraint appeal_level_outcome_known check (outcome in ('DENIED', 'ALLOWED')),
        decision text,
        version integer not null default 1,
        constraint appeal_level_once unique (appeal_id, level),
        constraint appeal_level_filed check ((level = 3) = (filed_on is null)),
        constraint appeal_level_decided check ((decided_on is null) = (outcome is null) and (decided_on is null) = (decision is null)),
        constraint appeal_level_days_in_order check (acknowledged_on >= filed_on and decided_on >= filed_on)
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table appeal_level, appeal');
  }
}
