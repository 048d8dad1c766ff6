import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rights of the server's role: everything that recording needs, and nothing that rewrites history. */
export class ServerRights1700000028100 implements MigrationInterface {
  name = 'ServerRights1700000028100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function grant_server_rights(server name) returns void language plpgsql as $$
      declare
        kept record;
        settled constant text[] := array['migration', 'chain_form', 'registry', 'registry_clock'];
      begin
        execute format('revoke all on all tables in schema public from %I', server);
        execute format('grant usage on schema public, graphile_worker to %I', server);
        execute format('grant select on all tables in schema public to %I', server);
        execute format('grant usage on all sequences in schema public to %I', server);
        execute format('grant all on all tables in schema graphile_worker to %I', server);
        execute format('grant all on all sequences in schema graphile_worker to %I', server);
        execute format('grant execute on all functions in schema graphile_worker to %I', server);
        -- Its tables admit nobody but their owner, unless a policy says so.
        for kept in
          select c.relname as name from pg_class c
          where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
            and not exists (select from pg_policies p where p.schemaname = 'graphile_worker' and p.tablename = c.relname and p.policyname = server)
        loop
          execute format('create policy %I on graphile_worker.%I to %I using (true) with check (true)', server, kept.name, server);
        end loop;
        for kept in
          select c.relname as name, exists (
              select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'public.refuse_rewriting_history'::regproc
                and t.tgname = c.relname || '_append_only'
            ) as is_append_only
          from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relname = any(settled)
        loop
          if kept.name = 'chain_pending' then
            -- Triggers enter what waits, with the rights of the owner.
            execute format('grant delete on chain_pending to %I', server);
          else
            execute format('grant insert on %I to %I', kept.name, server);
            if not kept.is_append_only then execute format('grant update, delete on %I to %I', kept.name, server); end if;
          end if;
        end loop;
        -- A change gets its position once; a trigger refuses every other update.
        execute format('grant update on change to %I', server);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function grant_server_rights(name)');
  }
}
