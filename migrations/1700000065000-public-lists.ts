import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public lists that were made, each as it was made. */
export class PublicLists1700000065000 implements MigrationInterface {
  name = 'PublicLists1700000065000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public_list (
        name text constraint public_list_pkey primary key,
        day date not null,
        -- What its signature covers, as JSON.
        manifest text not null,
        signed text
      );

      -- The files of a list in parts, so that nobody holds a whole one in memory.
      create table public_list_part (
        list text not null constraint public_list_part_of_a_list references public_list on delete cascade deferrable initially deferred,
        form text not null constraint public_list_part_form_known check (form in ('jsonl', 'csv')),
        number integer not null,
        bytes bytea not null,
        constraint public_list_part_pkey primary key (list, form, number)
      );

      -- A list does not change. An old one is removed.
      create trigger public_list_append_only before update on public_list
        for each row execute function refuse_rewriting_history();
      create trigger public_list_part_append_only before update on public_list_part
        for each row execute function refuse_rewriting_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table public_list_part, public_list');
  }
}
