import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requirements that were kept while PRIVATE stood for an owner that was left out: what was not said is not given, so that the warning of
 * O. Reg. 364/25 is not withheld from a public owner. Those who did say PRIVATE cannot be told apart, and say it again.
 */
export class RequirementsKeptBeforeOwner1700000072000 implements MigrationInterface {
  name = 'RequirementsKeptBeforeOwner1700000072000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update kept_requirement set owner = 'NOT_GIVEN', version = version + 1 where owner = 'PRIVATE'`);
  }

  /** What they said is not known any more. */
  async down(): Promise<void> {}
}
