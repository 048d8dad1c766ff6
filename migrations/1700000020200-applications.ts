import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications for registration (G-2.1.a): acknowledged, verified, then confirmed or rejected. */
export class Applications1700000020200 implements MigrationInterface {
  name = 'Applications1700000020200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registration_application (
        id uuid constraint registration_application_pkey primary key default new_id(),
        account_id uuid not null constraint registration_application_account_fkey references account (id),
        wsib_account text,
        firm_number text,
        applied_on date not null,
        applied_by text not null,
        acknowledged_on date,
        verified_on date,
        rejected_on date,
        rejected_for text[] not null default '{}',
        rejection_reason text,
        confirmed_on date,
        registration_id uuid constraint registration_application_registration_fkey references registration (id) on delete set null,
        version integer not null default 1,
        constraint registration_application_days_in_order
          check (acknowledged_on >= applied_on and verified_on >= acknowledged_on and rejected_on >= applied_on and confirmed_on >= verified_on),
        constraint registration_application_ends_once check (rejected_on is null or confirmed_on is null),
        constraint registration_application_rejected_for check (rejected_for <@ array['WSIB_ACCOUNT_NUMBER', 'FIRM_NUMBER', 'OTHER']
          and (rejected_on is null) = (rejection_reason is null) and (rejected_on is null) = (rejected_for = '{}'))
      );
      create unique index registration_application_one_open on registration_application (account_id)
        where rejected_on is null and confirmed_on is null;
      create index registration_application_account_idx on registration_application (account_id);

      create trigger registration_application_keep_replaced before update or delete on registration_application
        for each row execute function keep_replaced_fact();
      create trigger registration_application_note_recorded after insert on registration_application
        referencing new table as recorded for each statement execute function note_recorded_fact();
      create trigger registration_application_not_truncated before truncate on registration_application
        for each statement execute function refuse_rewriting_history()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registration_application');
  }
}
