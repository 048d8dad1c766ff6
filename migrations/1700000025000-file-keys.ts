import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys by which files name a person or an application; one that was recorded here is named by a key of the registry's own. */
export class FileKeys1700000025000 implements MigrationInterface {
  name = 'FileKeys1700000025000';

  async up(runner: QueryRunner): Promise<void> {
    // A default that is computed for each row gives those that exist a key without an update, which history would keep.
    for (const table of ['person', 'registration_application'])
      await runner.query(`alter table ${table} add reference text not null default new_id()::text,
        add constraint ${table}_reference_key unique (reference)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registration_application drop reference; alter table person drop reference');
  }
}
