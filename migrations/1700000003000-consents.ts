import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What decides who sees what: holders of keys, rotation of keys, and consents of accounts. */
export class Consents1700000003000 implements MigrationInterface {
  name = 'Consents1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No foreign key to organization: TRUNCATE, by which a demo makes room for real data, would have to take every key with it.
      alter table api_key
        add organization_id uuid,
        add previous_secret_hash bytea,
        add previous_valid_until timestamptz,
        add version integer not null default 1;
      update api_key set organization_id = gen_random_uuid() where scope = 'organization';
      alter table api_key
        add constraint api_key_organization_bound check ((scope = 'organization') = (organization_id is not null)),
        add constraint api_key_holder_named check (holder ~ '\\S' and upper(holder) <> 'ANY_BUYER'),
        add constraint api_key_overlap_ends check ((previous_secret_hash is null) = (previous_valid_until is null));

      -- Express written permission (G-8.b, R-28). The recipient is the holder of a key, or ANY_BUYER; both days are included.
      create table consent (
        id uuid constraint consent_pkey primary key default new_id(),
        account_id uuid not null constraint consent_account_fkey references account (id),
        recipient text not null,
        scope text not null constraint consent_scope_known check (scope in ('REGISTERED_STATUS', 'AUDIT_FACTS')),
        kind text not null constraint consent_kind_known check (kind in ('PERMISSION', 'SOSE_APPLICATION')),
        from_day date not null,
        to_day date,
        document text not null,
        given_at timestamptz not null default clock_timestamp(),
        given_by text not null,
        withdrawn_at timestamptz,
        withdrawn_by text,
        version integer not null default 1,
        constraint consent_days_in_order check (to_day >= from_day),
        constraint consent_application_is_about_audits check (kind = 'PERMISSION' or scope = 'AUDIT_FACTS'),
        constraint consent_withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
      );
      create index consent_account_idx on consent (account_id);
      create index consent_recipient_idx on consent (recipient, scope);
      -- An application is recorded once, however often the portal sends it, and not again once the organization has withdrawn it.
      create unique index consent_application_once on consent (account_id, recipient, document) where kind = 'SOSE_APPLICATION';

      create trigger consent_append_only before delete on consent
        for each row execute function refuse_rewriting_history();
      create trigger consent_only_withdrawn before update on consent for each row
        when (old.withdrawn_at is not null or new.withdrawn_at is null
          or to_jsonb(new) - '{withdrawn_at,withdrawn_by,version}'::text[] is distinct from to_jsonb(old) - '{withdrawn_at,withdrawn_by,version}'::text[])
        execute function refuse_rewriting_history();
      create trigger consent_not_truncated before truncate on consent
        for each statement execute function refuse_rewriting_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table consent;
      alter table api_key drop organization_id, drop previous_secret_hash, drop previous_valid_until, drop version,
        drop constraint api_key_holder_named;
    `);
  }
}
