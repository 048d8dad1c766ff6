import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account entered twice becomes one; the id of the one that ended leads to the other. */
export class MergedAccounts1700000030000 implements MigrationInterface {
  name = 'MergedAccounts1700000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        add merged_into_id uuid constraint account_merged_into_fkey references account (id),
        add constraint account_merged_into_another check (merged_into_id <> id),
        add constraint account_merged_without_number check (merged_into_id is null or wsib_account is null);
      create index account_merged_into_idx on account (merged_into_id) where merged_into_id is not null;

      -- A consent is only ever withdrawn, or follows its account into the one that it was merged into.
      create function refuse_other_account() returns trigger language plpgsql as $$
      begin
        if exists (select from account where id = old.account_id and merged_into_id = new.account_id)
          and to_jsonb(new) - '{account_id,version}'::text[] = to_jsonb(old) - '{account_id,version}'::text[] then
          return new;
        end if;
        raise exception '% keeps its history: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
      end $$;
      drop trigger consent_only_withdrawn on consent;
      create trigger consent_only_withdrawn before update on consent for each row
        when (old.account_id = new.account_id and (old.withdrawn_at is not null or new.withdrawn_at is null
          or to_jsonb(new) - '{withdrawn_at,withdrawn_by,version}'::text[] is distinct from to_jsonb(old) - '{withdrawn_at,withdrawn_by,version}'::text[]))
        execute function refuse_rewriting_history();
      create trigger consent_only_moved before update on consent for each row
        when (old.account_id <> new.account_id) execute function refuse_other_account()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger consent_only_moved on consent;
      drop trigger consent_only_withdrawn on consent;
      create trigger consent_only_withdrawn before update on consent for each row
        when (old.withdrawn_at is not null or new.withdrawn_at is null
          or to_jsonb(new) - '{withdrawn_at,withdrawn_by,version}'::text[] is distinct from to_jsonb(old) - '{withdrawn_at,withdrawn_by,version}'::text[])
        execute function refuse_rewriting_history();
      drop function refuse_other_account();
      drop index account_merged_into_idx;
      alter table account drop constraint account_merged_without_number, drop constraint account_merged_into_another, drop column merged_into_id`);
  }
}
