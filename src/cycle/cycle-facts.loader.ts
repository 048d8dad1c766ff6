import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { logReadings } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { snapshot } from '../database/unit-of-work.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import { cycleFactsOf } from './cycle.facts.ts';

/**
 * Everything recorded about an account that affects its stage and obligations, by its id, unmasked: for callers who see the whole file. A
 * fixed number of statements, however many accounts; reading their audits is logged (G-8.a).
 */
export const cycleFactsByAccount = (source: DataSource, context: Context): DataLoader<string, CycleFacts | null> =>
  new DataLoader(async (ids) => {
    const facts = await snapshot(source, (tx) => cycleFactsOf(tx, ids));
    const read = [...facts].flatMap(([subject, { audits }]) =>
      audits.length > 0 ? [{ subject, details: { audits: audits.map((audit) => audit.id) } }] : [],
    );
    const act = { action: 'readAudits', requestId: context.requestId };
    await context.primary((primary) => logReadings(primary, actorOf(context.caller), act, read));
    return ids.map((id) => facts.get(id) ?? null);
  });
