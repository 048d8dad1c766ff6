import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mutations need besides the facts: the outbox of changes, and stored answers to requests that may be sent twice. */
export class Writes1700000002000 implements MigrationInterface {
  name = 'Writes1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table change (
        -- Drawn before the commit, so it is no order: the sequencer stamps the position, in the order of the commits.
        id bigint generated always as identity constraint change_pkey primary key,
        position bigint constraint change_position_key unique,
        kind text not null constraint change_kind_known check (kind in ('STANDING', 'CORRECTION')),
        account_id uuid not null constraint change_account_fkey references account (id),
        organization_id uuid not null constraint change_organization_fkey references organization (id),
        effective_on date not null,
        before_standing text not null,
        after_standing text not null,
        before_period json,
        after_period json not null,
        recorded_at timestamptz not null default clock_timestamp(),
        recording_id bigint not null
      );
      create index change_account_idx on change (account_id, id);
      create index change_unstamped_idx on change (id) where position is null;

      create trigger change_append_only before delete on change
        for each row execute function refuse_rewriting_history();
      create trigger change_only_stamped before update on change for each row
        when (old.position is not null or new.position is null or to_jsonb(new) - 'position' is distinct from to_jsonb(old) - 'position')
        execute function refuse_rewriting_history();
      create trigger change_not_truncated before truncate on change
        for each statement execute function refuse_rewriting_history();

      -- The row is entered first and the answer last, in the transaction of the effect: of twins, the second waits for the first on the key.
      create table idempotency_key (
        actor text not null,
        operation text not null,
        key text not null,
        fingerprint bytea not null,
        answer json,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint idempotency_key_pkey primary key (actor, operation, key)
      );
      create index idempotency_key_recorded_at_idx on idempotency_key (recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key, change');
  }
}
