import type { AuditRow } from '../database/tables/audit.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { type Fault, faults } from '../errors.ts';
import type { ReadRecord } from '../mutations/locked-facts.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Day } from '../rules/calendar.ts';
import { Refusal } from '../rules/decision.ts';
import { refuseOtherAuditor } from '../rules/recording/correcting-auditor.ts';
import type { CorrectAuditInput } from './audit.input.ts';
import { companyOn } from './company-on.ts';
import { lockedAuditLife } from './locked-audit-life.ts';

type Maker = Partial<Pick<AuditRow, 'externalAuditorId' | 'companyId'>>;

/**
 * The auditor to whom an audit that has started is corrected, for the company under which the auditor was on the approved list on its first day
 * (G-2.4.g, G-3.4.a). Its plan stays as recorded.
 */
export async function correctedAuditor(unit: Unit, record: ReadRecord, row: AuditRow, input: CorrectAuditInput): Promise<Maker | Refusal> {
  if (!input.externalAuditor) return {};
  const auditor = recordId('externalAuditor', input.externalAuditor, 'ExternalAuditor');
  const startedOn = startOfSelected(row);
  if (auditor === row.externalAuditorId) return {};
  const [known]: unknown[] = await unit.tx.query('select from external_auditor where id = $1', [auditor]);
  if (!known) throw faults.NOT_FOUND('external auditor');
  const { facts, audit } = await lockedAuditLife(unit, record, [auditor]);
  const company = await companyOn(unit.tx, auditor, startedOn);
  const refusal = input.keepAgainstTheLaw ? null : refuseOtherAuditor(facts, audit, { auditor, company });
  return refusal ?? { externalAuditorId: auditor, companyId: company };
}

/** The first day of an audit whose auditor was selected from the register; an auditor recorded by name is corrected there. */
function startOfSelected({ type, externalAuditorId, auditor, startedOn }: AuditRow): Day {
  if (type !== 'EXTERNAL' && type !== 'RE_AUDIT') throw fault('is for an external audit or a re-audit.');
  if (externalAuditorId !== null && startedOn !== null) return startedOn;
  if (externalAuditorId === null && (auditor ?? startedOn) !== null)
    throw fault('must be left out: no auditor was selected from the register, so `auditor` and `auditingCompany` say who it was.');
  throw fault('can only be corrected once the selected auditor has started.');
}

const fault = (why: string): Fault => faults.BAD_USER_INPUT('input.externalAuditor', `input.externalAuditor ${why}`);
