import type { AccountSource } from '../accounts/account.type.ts';
import { readAudits } from '../audits/reading.service.ts';
import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { AuditFacts } from './audit-facts.type.ts';
import { disclosedAuditFacts } from './disclosing.loader.ts';

/**
 * The audit facts of an account: for the organization itself, for staff, and for recipients of the account's consent (G-8.b, R-28); null to
 * others. Each read is logged; the organization can see those under a consent.
 */
export async function auditFactsOf(context: Context, account: AccountSource): Promise<readonly AuditFacts[] | null> {
  if (seesWholeFile(viewerOf(context, account))) return readAudits(context, account.accountId);
  return context.loader(disclosedAuditFacts).load(account.accountId);
}
