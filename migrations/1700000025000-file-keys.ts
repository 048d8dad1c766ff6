import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys by which files name a person or an application; those recorded here get a key from the registry. */
export class FileKeys1700000025000 implements MigrationInterface {
  name = 'FileKeys1700000025000';

  async up(runner: QueryRunner): Promise<void> {
    // A default computed for each row gives existing rows a key without an update, which history would record.
    for (const table of ['person', 'registration_application'])
      await runner.query(`alter table ${table} add reference text not null default new_id()::text,
        add constraint ${table}_reference_key unique (reference)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registration_application drop reference; alter table person drop reference');
  }
}
