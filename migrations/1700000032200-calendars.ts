import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars that organizations read at a secret address, and the state in which each event was last given. */
export class Calendars1700000032200 implements MigrationInterface {
  name = 'Calendars1700000032200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        id uuid constraint calendar_feed_pkey primary key default new_id(),
        holder text not null,
        organization_id uuid not null,
        name text not null constraint calendar_feed_named check (name ~ '\\S'),
        locale text not null constraint calendar_feed_locale_known check (locale in ('en', 'fr')),
        secret_hash bytea not null constraint calendar_feed_secret unique,
        created_at timestamptz not null default clock_timestamp(),
        created_by text not null,
        revoked_at timestamptz,
        version integer not null default 1
      );
      create index calendar_feed_owner_idx on calendar_feed (organization_id);

      -- Calendar programs follow an event by its UID, and take a newer state by its SEQUENCE.
      create table calendar_event (
        calendar_id uuid not null,
        uid text not null,
        digest text not null,
        sequence integer not null default 0,
        changed_at timestamptz not null,
        constraint calendar_event_pkey primary key (calendar_id, uid)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_event, calendar_feed');
  }
}
