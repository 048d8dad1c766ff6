import type { EntityManager } from 'typeorm';
import { logReading } from '../access/audit-log.ts';
import { actorOf, permitStaff } from '../access/permission.ts';
import { issuingFacts, type StoredIssuingFacts } from '../audits/issuing.facts.ts';
import type { Context } from '../contract/context.ts';
import { snapshot } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';

/**
 * The facts by which the issue of a document would be judged, for staff; reading the audits is recorded in the audit log (G-8.a). FORBIDDEN for
 * anyone else, NOT_FOUND if there is no such account.
 */
export async function readinessFacts(context: Context, accountOf: (tx: EntityManager) => Promise<string>): Promise<StoredIssuingFacts> {
  permitStaff(context.caller, 'asking what is missing for a document');
  const { accountId, facts } = await context.primary((source) =>
    snapshot(source, async (tx) => {
      const id = await accountOf(tx);
      return { accountId: id, facts: await issuingFacts(tx, id) };
    }),
  );
  if (facts === null) throw faults.NOT_FOUND('account');
  const details = { audits: facts.audits.map(({ id }) => id) };
  const act = { action: 'readAudits', subject: accountId, details, requestId: context.requestId };
  await context.primary((source) => logReading(source, actorOf(context.caller), act));
  return facts;
}
