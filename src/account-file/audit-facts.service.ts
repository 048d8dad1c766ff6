import type { AccountSource } from '../accounts/account.type.ts';
import { readAudits } from '../audits/reading.service.ts';
import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { AuditFacts } from './audit-facts.type.ts';
import { disclosedAuditFacts } from './disclosing.loader.ts';

/**
 * The audit facts of an account: for the organization itself and for staff, and for whom the account consents to (G-8.b, R-28); null to others.
 * Each reading is logged, those under a consent for the organization to see.
 */
export async function auditFactsOf(context: Context, account: AccountSource): Promise<readonly AuditFacts[] | null> {
  if (seesWholeFile(viewerOf(context, account))) return readAudits(context, account.accountId);
  return context.loader(disclosedAuditFacts).load(account.accountId);
}
