import type { AuditRow } from '../database/tables/audit.table.ts';
import { faults } from '../errors.ts';
import type { CorrectAuditInput } from './audit.input.ts';
import type { AuditSource } from './audit.loader.ts';

/**
 * The name of an auditor who was selected is the register's, so another given here would change nothing: it is refused, not ignored. The name as it is
 * may be sent again.
 */
export function refuseOtherMaker({ externalAuditorId }: AuditRow, was: AuditSource, input: CorrectAuditInput): void {
  if (input.auditor && was.auditorErasedOn !== null)
    throw faults.BAD_USER_INPUT('input.auditor', 'input.auditor must be left out: the name of this auditor was erased.');
  if (externalAuditorId === null) return;
  const field = (['auditor', 'auditingCompany'] as const).find((each) => input[each] !== undefined && input[each] !== was[each]);
  if (field) throw faults.BAD_USER_INPUT(`input.${field}`, `input.${field} must be left out: the auditor was selected from the register.`);
}

const before = [
  ['startedOn', 'the first day on site'],
  ['completedOn', 'the last day on site'],
  ['submittedOn', 'the day of the submission'],
] as const;
const after = [
  ['preAssessedOn', 'the day of the pre-assessment'],
  ['reviewedOn', 'the day of the review'],
] as const;

/** G-2.4.b to G-2.4.d: an internal audit is received once it was made and submitted, and before IHSA assesses it. */
export function refuseReceiptOutOfOrder(audit: AuditRow, { receivedOn }: CorrectAuditInput): void {
  if (!receivedOn) return;
  const late = before.find(([day]) => (audit[day] ?? receivedOn) > receivedOn);
  if (late) throw faults.BAD_USER_INPUT('input.receivedOn', `input.receivedOn must not be before ${late[1]}.`);
  const early = after.find(([day]) => (audit[day] ?? receivedOn) < receivedOn);
  if (early) throw faults.BAD_USER_INPUT('input.receivedOn', `input.receivedOn must not be after ${early[1]}.`);
}
