import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day to which the time of a sandbox is moving, as a mutation asked; null while it stands where it is to be. */
export class AskedAdvance1700000046000 implements MigrationInterface {
  name = 'AskedAdvance1700000046000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry_clock add advancing_to date;

      -- With the rights of the owner: the role of the server may not write the table. Of two at once, the second waits for the first.
      create function ask_sandbox_advance(day date) returns text language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        clock registry_clock%rowtype;
      begin
        select * into clock from registry_clock for update;
        if not clock.sandbox then return 'NO_SANDBOX'; end if;
        if clock.advancing_to is not null then return 'ADVANCING'; end if;
        if day <= registry_today() then return 'NOT_AHEAD'; end if;
        update registry_clock set advancing_to = day;
        return 'ASKED';
      end $$;

      create function end_sandbox_advance() returns void language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update registry_clock set advancing_to = null where advancing_to <= registry_today();
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function end_sandbox_advance();
      drop function ask_sandbox_advance(date);
      alter table registry_clock drop advancing_to;
    `);
  }
}
