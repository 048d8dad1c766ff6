import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which keys still use what of the schema is deprecated, how often and when last. */
export class DeprecatedUses1700000055100 implements MigrationInterface {
  name = 'DeprecatedUses1700000055100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A count and no fact: it has no history. No foreign key: the empty text stands for all callers without a key.
      create table deprecated_use (
        key_id text not null,
        coordinate text not null,
        uses bigint not null,
        first_used_at timestamptz not null,
        last_used_at timestamptz not null,
        constraint deprecated_use_pkey primary key (key_id, coordinate)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table deprecated_use');
  }
}
