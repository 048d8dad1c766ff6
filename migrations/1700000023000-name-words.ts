import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of organizations' names: a name is found by any of its words, and by initials in any spelling. */
export class NameWords1700000023000 implements MigrationInterface {
  name = 'NameWords1700000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The words of a name as src/names/tokens.ts cuts them: B & B and A.B.C. are one word each, Mc and O go with what follows, so do the digits of a
      -- number. It knows no list of words, so that a change of those needs no migration.
      create function name_words(name text) returns text[] language plpgsql immutable strict parallel safe as $$
      declare
        plain text := public.folded(name);
      begin
        plain := regexp_replace(plain, '[’ʼ‘\`´]', '''', 'g');
        plain := replace(regexp_replace(plain, '\\m[ld]''(?=[a-z])', '', 'g'), '''', '');
        plain := regexp_replace(plain, '\\m([a-z])(?:[ .&+-]+|[ ]+(?:and|et)[ ]+)(?=[a-z]\\M)', '\\1', 'g');
        plain := regexp_replace(plain, '\\m(ma?c|o) (?=[a-z]{4})', '\\1', 'g');
        plain := regexp_replace(plain, '(\\d)[ ,-](?=\\d{3}\\M)', '\\1', 'g');
        plain := regexp_replace(plain, '\\m(\\d{4})[ -](?=\\d{4}\\M)', '\\1', 'g');
        return array(select distinct word from regexp_split_to_table(plain, '[^a-z0-9]+') as word where word <> '' order by word);
      end $$;

      create index organization_name_words_idx on organization using gin (name_words(legal_name || ' / ' || coalesce(operating_name, '')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index organization_name_words_idx;
      drop function name_words(text);
    `);
  }
}
