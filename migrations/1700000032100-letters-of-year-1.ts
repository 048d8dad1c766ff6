import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old files have letters of year 1: they are kept, without effect. */
export class LettersOfYear11700000032100 implements MigrationInterface {
  name = 'LettersOfYear11700000032100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table letter_of_good_standing
        drop constraint letter_of_good_standing_year_known,
        add constraint letter_of_good_standing_year_known check (year in (1, 2, 3))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from letter_of_good_standing where year = 1;
      alter table letter_of_good_standing
        drop constraint letter_of_good_standing_year_known,
        add constraint letter_of_good_standing_year_known check (year in (2, 3))`);
  }
}
