import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { logReadings } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import { appealsOf } from '../appeals/appeal.facts.ts';
import { auditFactsByAccount } from '../audits/audit.facts.ts';
import type { Context } from '../contract/context.ts';
import { snapshot } from '../database/unit-of-work.ts';
import { peopleOf } from '../people/person.facts.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import { accountFacts } from '../standing/standing.facts.ts';
import { statementsOf } from '../standing/statement.facts.ts';

/**
 * Everything recorded about an account that affects its stage and obligations, by its id, unmasked: for callers who see the whole file. A
 * fixed number of statements, however many accounts; reading their audits is logged (G-8.a).
 */
export const cycleFactsByAccount = (source: DataSource, context: Context): DataLoader<string, CycleFacts | null> =>
  new DataLoader(async (ids) => {
    const { facts, audits, statements, people, appeals } = await snapshot(source, async (tx) => ({
      facts: await accountFacts(tx, ids),
      audits: await auditFactsByAccount(tx, ids),
      statements: await statementsOf(tx, ids),
      people: await peopleOf(tx, ids),
      appeals: await appealsOf(tx, ids),
    }));
    const read = ids.flatMap((id) => {
      const its = audits.get(id);
      return its ? [{ subject: id, details: { audits: its.map((audit) => audit.id) } }] : [];
    });
    const act = { action: 'readAudits', requestId: context.requestId };
    await context.primary((primary) => logReadings(primary, actorOf(context.caller), act, read));
    return ids.map((id) => {
      const its = facts.get(id);
      return its
        ? {
            ...its,
            audits: audits.get(id) ?? [],
            wsibStatements: statements.get(id)?.wsibStatements ?? [],
            people: people.get(id) ?? [],
            appeals: appeals.get(id) ?? [],
          }
        : null;
    });
  });
