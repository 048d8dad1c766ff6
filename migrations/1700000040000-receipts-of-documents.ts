import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `proof` says of documents can be kept as a receipt. */
export class ReceiptsOfDocuments1700000040000 implements MigrationInterface {
  name = 'ReceiptsOfDocuments1700000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table receipt
        drop constraint receipt_question_known,
        add constraint receipt_question_known check (question in ('VERIFICATION', 'BIDDERS', 'REQUIREMENT', 'PROOF'))`);
  }

  /** Refused while there is a receipt of documents: a receipt is never removed. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table receipt
        drop constraint receipt_question_known,
        add constraint receipt_question_known check (question in ('VERIFICATION', 'BIDDERS', 'REQUIREMENT'))`);
  }
}
