import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A database that was created as a sandbox, whose time can be moved forward. */
export class Sandbox1700000033000 implements MigrationInterface {
  name = 'Sandbox1700000033000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry_clock add sandbox boolean not null default false;

      create function keep_sandbox() returns trigger language plpgsql as $$
      begin
        if new.sandbox and not old.sandbox and exists (select from public.organization) then
          raise exception 'A database becomes a sandbox only while it is empty.' using errcode = 'check_violation';
        end if;
        if old.sandbox and not new.sandbox then
          raise exception 'A sandbox stays one.' using errcode = 'check_violation';
        end if;
        if old.sandbox and new.shift_seconds < old.shift_seconds then
          raise exception 'The time of a sandbox only goes forward.' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger registry_clock_keeps_sandbox before update on registry_clock for each row execute function keep_sandbox();

      -- With the rights of the owner: the role of the server may not write the table.
      create function advance_sandbox_clock(day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not (select sandbox from registry_clock) then
          raise exception 'The time of a registry that is no sandbox cannot be moved.' using errcode = 'check_violation';
        end if;
        if day > registry_today() then
          update registry_clock set shift_seconds =
            shift_seconds + ceil(extract(epoch from ((day + time '12:00') at time zone 'America/Toronto') - registry_now()))::bigint;
        end if;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function advance_sandbox_clock(date);
      drop trigger registry_clock_keeps_sandbox on registry_clock;
      drop function keep_sandbox();
      alter table registry_clock drop sandbox;
    `);
  }
}
