import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds an account whose number has letters for digits without reading every account, where a number is given to another. */
export class AccountDigits1700000101000 implements MigrationInterface {
  name = 'AccountDigits1700000101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index account_digits_idx on account
        ((case when wsib_account ~ '^[0-9OIL]{4,}$' then translate(wsib_account, 'OIL', '011') else wsib_account end))
        where wsib_account ~ '[OIL]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index account_digits_idx');
  }
}
