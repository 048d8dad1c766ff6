import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where changes are sent, and the result of every attempt. */
export class Webhooks1700000009000 implements MigrationInterface {
  name = 'Webhooks1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- It belongs to whom its key was given to, and not to the one key: a key that is replaced leaves it in place. No foreign key to
      -- organization, as of api_key. The secrets are kept as they are, since every message is signed with them anew.
      create table webhook_endpoint (
        id uuid constraint webhook_endpoint_pkey primary key default new_id(),
        scope text not null constraint webhook_endpoint_scope_known
          check (scope in ('buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin')),
        holder text not null,
        organization_id uuid,
        url text not null,
        filter json,
        secret bytea,
        previous_secret bytea,
        previous_valid_until timestamptz,
        position bigint not null,
        failed_attempts integer not null default 0,
        failing_since timestamptz,
        next_attempt_at timestamptz,
        paused_at timestamptz,
        pause_reason text constraint webhook_endpoint_pause_reason_known
          check (pause_reason in ('BY_OWNER', 'RECEIVER_GONE', 'RECEIVER_FAILED', 'NO_VALID_KEY')),
        created_at timestamptz not null default clock_timestamp(),
        created_by text not null,
        deleted_at timestamptz,
        version integer not null default 1,
        constraint webhook_endpoint_organization_bound check ((scope = 'organization') = (organization_id is not null)),
        constraint webhook_endpoint_secret_until_deleted check ((deleted_at is null) = (secret is not null)),
        constraint webhook_endpoint_overlap_ends check ((previous_secret is null) = (previous_valid_until is null)),
        constraint webhook_endpoint_paused_for_a_reason check ((paused_at is null) = (pause_reason is null)),
        constraint webhook_endpoint_failing_since_an_attempt check ((failed_attempts = 0) = (failing_since is null))
      );
      create index webhook_endpoint_owner_idx on webhook_endpoint (lower(holder), scope) where deleted_at is null;

      -- Every attempt, kept for 90 days. A test event has no position.
      create table webhook_delivery (
        id bigint generated always as identity constraint webhook_delivery_pkey primary key,
        endpoint_id uuid not null constraint webhook_delivery_endpoint_fkey references webhook_endpoint (id),
        message_id text not null,
        position bigint,
        attempt integer not null,
        sent_at timestamptz not null,
        duration_ms integer not null,
        request_body text not null,
        response_status integer,
        response_body text,
        failure text constraint webhook_delivery_failure_known
          check (failure in ('STATUS', 'REDIRECTED', 'TIMED_OUT', 'UNREACHABLE', 'ADDRESS_REFUSED')),
        recorded_at timestamptz not null default clock_timestamp(),
        constraint webhook_delivery_response_limited check (octet_length(response_body) <= 12288)
      );
      create index webhook_delivery_endpoint_idx on webhook_delivery (endpoint_id, id);
      create index webhook_delivery_recorded_at_idx on webhook_delivery (recorded_at);

      create trigger webhook_delivery_append_only before update on webhook_delivery
        for each row execute function refuse_rewriting_history();
      create trigger webhook_delivery_kept before delete on webhook_delivery
        for each row when (old.recorded_at > clock_timestamp() - interval '90 days') execute function refuse_rewriting_history();
      create trigger webhook_delivery_not_truncated before truncate on webhook_delivery
        for each statement execute function refuse_rewriting_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_delivery, webhook_endpoint');
  }
}
