import { permitStaff } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { approvedListOn, auditorRegister } from './external-auditor.loader.ts';
import type { ApprovedAuditor, ExternalAuditor } from './external-auditor.type.ts';

/** The approved list of today, for anyone. */
export const readApprovedList = (context: Context): Promise<ApprovedAuditor[]> =>
  context.read((source) => approvedListOn(source, context.today));

/** The register, for staff. */
export function readRegister(context: Context, search: string | null, first: number): Promise<ExternalAuditor[]> {
  permitStaff(context.caller, 'reading the register of external auditors');
  return context.read((source) => auditorRegister(source, search, first));
}
