import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requirements of tenders that their owners keep by name. */
export class KeptRequirements1700000031000 implements MigrationInterface {
  name = 'KeptRequirements1700000031000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_requirement (
        id uuid constraint kept_requirement_pkey primary key default new_id(),
        scope text not null,
        holder text not null,
        organization_id uuid,
        name text not null,
        routes text[] not null,
        is_pending_accepted boolean not null,
        contract_to date,
        owner text not null constraint kept_requirement_owner_known check (owner in ('GOVERNMENT', 'PUBLIC_SECTOR', 'PRIVATE')),
        is_for_construction boolean not null,
        created_at timestamptz not null default clock_timestamp(),
        created_by text not null,
        deleted_at timestamptz,
        version integer not null default 1,
        constraint kept_requirement_named check (name ~ '\\S'),
        constraint kept_requirement_has_routes check (cardinality(routes) > 0)
      );
      create index kept_requirement_owner_idx on kept_requirement (lower(holder), scope) where deleted_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_requirement');
  }
}
