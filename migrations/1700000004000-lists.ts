import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists and the search need: names without accents, and an index for each order and each kind of question. */
export class Lists1700000004000 implements MigrationInterface {
  name = 'Lists1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent with schema public;
      create extension if not exists pg_trgm with schema public;

      -- Small letters without accents: what names are ordered and searched by. unaccent() is only stable, since its dictionary could be changed;
      -- ours is named with its schema, which PostgreSQL 17 and later do not look for while they build an index. PL/pgSQL, because as an SQL
      -- function it took twice as long.
      create function folded(name text) returns text language plpgsql immutable strict parallel safe as $$
      begin
        return lower(public.unaccent('public.unaccent'::regdictionary, name) collate "C");
      end $$;
      create function folded(names text[]) returns text language plpgsql immutable strict parallel safe as $$
      begin
        return public.folded(array_to_string(names, ' '));
      end $$;

      drop index organization_legal_name_idx, organization_city_idx;
      create index organization_name_idx on organization (folded(legal_name) collate "C", id);
      create index organization_city_idx on organization (folded(city) collate "C", folded(legal_name) collate "C", id);
      create index organization_search_idx on organization using gin (folded(legal_name || ' ' || coalesce(operating_name, '')) gin_trgm_ops);
      create index organization_former_names_idx on organization using gin (folded(former_names) gin_trgm_ops) where former_names <> '{}';

      create index certificate_issued_on_idx on certificate (issued_on, id);
      create index letter_of_good_standing_issued_on_idx on letter_of_good_standing (issued_on, id);

      -- The first period of each run of equal standing says from when to when the run lasts: a list of those who have a standing on a day reads
      -- nothing else. Of a dozen periods of an account some five are the first of their run; written as a difference, since of that PostgreSQL
      -- can count how often it is 0, and knows how many rows to expect.
      create index standing_period_run_idx on standing_period (standing, since, account_id, holds_until)
        where valid_from - since = 0;
      create statistics standing_period_run_statistics on (valid_from - since) from standing_period;
      -- Few standings rest on anything but an external audit, and few certificates still are of the older COR: without these two, a list of them
      -- would look at everybody.
      create index standing_period_other_basis_idx on standing_period (basis, account_id) where basis <> 'EXTERNAL_AUDIT';
      create index certificate_cor_idx on certificate (issued_on, account_id) where standard = 'COR';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop statistics standing_period_run_statistics;
      drop index standing_period_other_basis_idx, certificate_cor_idx, standing_period_run_idx, letter_of_good_standing_issued_on_idx, certificate_issued_on_idx, organization_former_names_idx,
        organization_search_idx, organization_city_idx, organization_name_idx;
      create index organization_legal_name_idx on organization (legal_name collate "C", id);
      create index organization_city_idx on organization (lower(city), legal_name collate "C", id);
      drop function folded(text[]), folded(text);
      drop extension pg_trgm, unaccent;
    `);
  }
}
