import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One time for all nodes, and a second report of days that were reported too early. */
export class RegistryTime1700000024000 implements MigrationInterface {
  name = 'RegistryTime1700000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By how much the registry's time is shifted from the clock of this server. Seconds, not an interval: days of an interval have 23 or 25 hours
      -- in some time zones.
      create table registry_clock (
        id boolean constraint registry_clock_pkey primary key default true constraint registry_clock_is_one check (id),
        shift_seconds bigint not null default 0
      );
      insert into registry_clock default values;

      -- Their bodies are parsed once, here: a restore, which sets no search path, finds the tables as well.
      create function registry_shift() returns interval language sql stable
        return make_interval(secs => coalesce((select shift_seconds from registry_clock), 0)::double precision);
      create function registry_now() returns timestamptz language sql volatile
        return clock_timestamp() + registry_shift();
      create function registry_today() returns date language sql volatile
        return (registry_now() at time zone 'America/Toronto')::date;

      create function tell_registry_clock() returns trigger language plpgsql as $$
      begin
        perform pg_notify('registry_clock', '');
        return null;
      end $$;
      create trigger registry_clock_told after insert or update or delete on registry_clock
        for each statement execute function tell_registry_clock();

      alter table fact_history alter replaced_at set default registry_now();

      -- What a day brings is told once in a series. Where days were told before they came, the repair begins the next series.
      alter table sweep add series smallint not null default 0;
      create function sweep_series() returns smallint language sql stable
        return coalesce((select series from sweep), 0::smallint);
      alter table change
        alter recorded_at set default registry_now(),
        add series smallint not null default sweep_series();
      drop index change_of_day_once, change_notice_once;
      create unique index change_of_day_once on change (account_id, effective_on, series)
        where recording_id is null and kind in ('STANDING', 'DOCUMENT', 'REASONS');
      create unique index change_notice_once on change (account_id, effective_on, notice_days, series) where kind = 'NOTICE';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index change_of_day_once, change_notice_once;
      alter table change alter recorded_at set default clock_timestamp(), drop series;
      create unique index change_of_day_once on change (account_id, effective_on)
        where recording_id is null and kind in ('STANDING', 'DOCUMENT', 'REASONS');
      create unique index change_notice_once on change (account_id, effective_on, notice_days) where kind = 'NOTICE';
      drop function sweep_series();
      alter table sweep drop series;
      alter table fact_history alter replaced_at set default clock_timestamp();
      drop function registry_today(), registry_now(), registry_shift();
      drop table registry_clock;
      drop function tell_registry_clock();
    `);
  }
}
