import type { MigrationInterface, QueryRunner } from 'typeorm';

const earlier = [
  ...['SIGNED_OFF', 'SUBMITTED', 'RECEIVED', 'PRE_ASSESSED', 'RETURNED', 'REVIEWER_ASSIGNED', 'REVIEWED', 'REPORT_RECEIVED'],
  ...['REPORT_APPROVED', 'ACTION_PLAN_CHOSEN', 'NEW_AUDIT_CHOSEN', 'ACTION_PLAN_SUBMITTED', 'ACTION_PLAN_SENT_BACK'],
  ...['ACTION_PLAN_APPROVED', 'SHOWN_TO_AUDITOR', 'AUDITOR_SELECTED', 'AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_SENT_BACK'],
  ...['AUDIT_PLAN_APPROVED', 'STARTED', 'COMPLETED', 'SCORED', 'CLOSED'],
];
const holding = ['HELD_UNPAID', 'PAYMENT_RECEIVED'];

const known = (kinds: readonly string[]): string =>
  `alter table audit_step drop constraint audit_step_kind_known,
     add constraint audit_step_kind_known check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** Steps of a submission that is held because its fee is unpaid (X-22). */
export class UnpaidHolds1700000037000 implements MigrationInterface {
  name = 'UnpaidHolds1700000037000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(known([...earlier.slice(0, 5), ...holding, ...earlier.slice(5)]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from audit_step where kind in (${holding.map((kind) => `'${kind}'`).join(', ')}); ${known(earlier)}`);
  }
}
