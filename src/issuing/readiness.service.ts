import type { EntityManager } from 'typeorm';
import { logReading } from '../access/audit-log.ts';
import { actorOf, permitStaff } from '../access/permission.ts';
import { issuingFacts, type StoredIssuingFacts } from '../audits/issuing.facts.ts';
import type { Context } from '../contract/context.ts';
import { snapshot } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { exceptionNamed } from '../exceptions/exception.service.ts';
import type { Refusal } from '../rules/decision.ts';
import type { ExceptionFact } from '../rules/recording/issuing-facts.ts';

/** Which document is meant: the account that it is for, and the exception that would serve it. */
interface Asked {
  readonly accountOf: (tx: EntityManager) => Promise<string>;
  readonly exception: string | null;
}

/** What a decision on the issue of a document rests on; an exception that already served is a refusal. */
interface ReadinessFacts {
  readonly facts: StoredIssuingFacts;
  readonly exception: ExceptionFact | Refusal | null;
}

/**
 * The facts by which the issue of a document would be judged, for staff; reading the audits is recorded in the audit log (G-8.a). FORBIDDEN for
 * anyone else, NOT_FOUND if there is no such account.
 */
export async function readinessFacts(context: Context, asked: Asked): Promise<ReadinessFacts> {
  permitStaff(context.caller, 'asking what is missing for a document');
  const { accountId, facts, exception } = await context.primary((source) =>
    snapshot(source, async (tx) => {
      const id = await asked.accountOf(tx);
      return {
        accountId: id,
        facts: await issuingFacts(tx, id),
        exception: await exceptionNamed({ tx }, id, asked.exception, 'exception'),
      };
    }),
  );
  if (facts === null) throw faults.NOT_FOUND('account');
  const details = { audits: facts.audits.map(({ id }) => id) };
  const act = { action: 'readAudits', subject: accountId, details, requestId: context.requestId };
  await context.primary((source) => logReading(source, actorOf(context.caller), act));
  return { facts, exception };
}
