import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What callers have taken from their budgets, for all nodes. Unlogged: after a crash of the database every budget is full, as after a restart of a node. */
export class SharedBudgets1700000042000 implements MigrationInterface {
  name = 'SharedBudgets1700000042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table caller_budget (
        caller bytea constraint caller_budget_pkey primary key,
        at timestamptz not null,
        points double precision not null,
        look_ups double precision not null,
        misses double precision not null,
        points_per_second double precision not null,
        look_ups_per_second double precision not null
      ) with (fillfactor = 50);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table caller_budget');
  }
}
