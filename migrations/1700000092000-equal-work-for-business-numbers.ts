import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A business number that is found costs no more than one that is not: its organization's id is beside it in the index. */
export class EqualWorkForBusinessNumbers1700000092000 implements MigrationInterface {
  name = 'EqualWorkForBusinessNumbers1700000092000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index organization_business_number_idx;
      -- With the number too: without it, PostgreSQL would not see that the index is enough.
      create index organization_business_number_idx on organization (left(business_number, 9)) include (business_number, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index organization_business_number_idx;
      create index organization_business_number_idx on organization (left(business_number, 9))`);
  }
}
