import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every node is notified of a key that was revoked or rotated: it forgets the key, and ends the connections that it no longer admits. */
export class KeyChanges1700000024100 implements MigrationInterface {
  name = 'KeyChanges1700000024100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function tell_key_change() returns trigger language plpgsql as $$
      begin
        perform pg_notify('api_key', '');
        return null;
      end $$;
      create trigger api_key_told after update on api_key for each row
        when ((old.revoked_at, old.expires_at, old.secret_hash, old.previous_secret_hash, old.previous_valid_until)
          is distinct from (new.revoked_at, new.expires_at, new.secret_hash, new.previous_secret_hash, new.previous_valid_until))
        execute function tell_key_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger api_key_told on api_key; drop function tell_key_change()');
  }
}
