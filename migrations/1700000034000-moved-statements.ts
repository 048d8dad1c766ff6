import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A statement about an account that was entered twice follows it into the one that stays, as consents do. */
export class MovedStatements1700000034000 implements MigrationInterface {
  name = 'MovedStatements1700000034000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger statement_append_only on statement;
      create trigger statement_append_only before delete on statement for each row execute function refuse_rewriting_history();
      create trigger statement_only_moved before update on statement for each row execute function refuse_other_account()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger statement_only_moved on statement;
      drop trigger statement_append_only on statement;
      create trigger statement_append_only before update or delete on statement for each row execute function refuse_rewriting_history()`);
  }
}
