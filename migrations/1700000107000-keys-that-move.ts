import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every node is notified of a key that moved to another organization in a merger too, so that it no longer opens the file of the one that ended. */
export class KeysThatMove1700000107000 implements MigrationInterface {
  name = 'KeysThatMove1700000107000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(toldOf([...credentials, 'organization_id']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(toldOf(credentials));
  }
}

const credentials = ['revoked_at', 'expires_at', 'secret_hash', 'previous_secret_hash', 'previous_valid_until'];

const toldOf = (columns: readonly string[]): string => `
  drop trigger api_key_told on api_key;
  create trigger api_key_told after update on api_key for each row
    when ((${columns.map((column) => `old.${column}`).join(', ')}) is distinct from (${columns.map((column) => `new.${column}`).join(', ')}))
    execute function tell_key_change();`;
