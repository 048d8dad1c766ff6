import type { MigrationInterface, QueryRunner } from 'typeorm';

/** IHSA's obligations, as the law computes them for a day, and who is assigned to each. */
export class Work1700000029200 implements MigrationInterface {
  name = 'Work1700000029200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The open obligations of IHSA. They follow from the facts and the day: see docs/decisions/0152.
      create table work_item (
        account_id uuid not null,
        key text not null,
        kind text not null,
        opens_on date,
        due_on date,
        last_day date,
        obligation json not null,
        constraint work_item_pkey primary key (account_id, key)
      );
      create index work_item_due_idx on work_item (due_on);

      -- Accounts whose items are to be computed anew; null stands for every account. A unit that locks an account marks it.
      create table work_mark (
        id bigint generated always as identity constraint work_mark_pkey primary key,
        account_id uuid
      );
      insert into work_mark (account_id) values (null);

      -- The last day for which every account was computed.
      create table work_day (
        id boolean constraint work_day_pkey primary key default true constraint work_day_is_one check (id),
        day date not null
      );

      create table work_assignment (
        item uuid constraint work_assignment_pkey primary key,
        account_id uuid not null constraint work_assignment_account_fkey references account (id),
        assignee text,
        assigned_by text not null,
        assigned_at timestamptz not null default clock_timestamp(),
        version integer not null default 1
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table work_assignment, work_day, work_mark, work_item');
  }
}
