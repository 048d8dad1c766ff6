import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A single letter and the word behind it are also one word: Q-Con is found as QCon, 3-D as 3D. */
export class InitialsWithAWord1700000052000 implements MigrationInterface {
  name = 'InitialsWithAWord1700000052000';

  async up(runner: QueryRunner): Promise<void> {
    await redefine(
      runner,
      `plain := regexp_replace(plain, '\\m(\\d)-(?=[a-z]\\M)', '\\1', 'g');`,
      `union select pair[1] || pair[2] from regexp_matches(plain, '\\m([a-z0-9])[ .-]+([a-z0-9]{2,})', 'g') as pair`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await redefine(runner, '', '');
  }
}

/** The index holds what the function returned, so it is made anew with it. */
async function redefine(runner: QueryRunner, step: string, more: string): Promise<void> {
  await runner.query(`
    drop index organization_name_words_idx;

    -- The words of a name as src/names/tokens.ts cuts them: B & B and A.B.C. are one word each, Mc and O go with what follows, so do the digits of a
    -- number. It knows no list of words, so that a change of those needs no migration.
    create or replace function name_words(name text) returns text[] language plpgsql immutable strict parallel safe as $$
    declare
      plain text := public.folded(name);
    begin
      plain := regexp_replace(plain, '[’ʼ‘\`´]', '''', 'g');
      plain := replace(regexp_replace(plain, '\\m[ld]''(?=[a-z])', '', 'g'), '''', '');
      plain := regexp_replace(plain, '\\m([a-z])(?:[ .&+-]+|[ ]+(?:and|et)[ ]+)(?=[a-z]\\M)', '\\1', 'g');
      plain := regexp_replace(plain, '\\m(ma?c|o) (?=[a-z]{4})', '\\1', 'g');
      plain := regexp_replace(plain, '(\\d)[ ,-](?=\\d{3}\\M)', '\\1', 'g');
      plain := regexp_replace(plain, '\\m(\\d{4})[ -](?=\\d{4}\\M)', '\\1', 'g');
      ${step}
      return array(
        select distinct word from (select regexp_split_to_table(plain, '[^a-z0-9]+') as word ${more}) as words where word <> '' order by word
      );
    end $$;

    create index organization_name_words_idx on organization using gin (name_words(legal_name || ' / ' || coalesce(operating_name, '')));
  `);
}
