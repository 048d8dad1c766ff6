import type { EntityManager } from 'typeorm';
import { appealsOf } from '../appeals/appeal.facts.ts';
import { applicationsOf } from '../applications/application.facts.ts';
import { auditFactsByAccount } from '../audits/audit.facts.ts';
import { peopleOf } from '../qualifications/person.facts.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import { accountFacts } from '../standing/standing.facts.ts';
import { statementsOf } from '../standing/statement.facts.ts';

/** Everything recorded about accounts that affects their stage and obligations, by account id: a fixed number of statements, however many. */
export async function cycleFactsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, CycleFacts>> {
  const facts = await accountFacts(tx, ids);
  const audits = await auditFactsByAccount(tx, ids);
  const statements = await statementsOf(tx, ids);
  const people = await peopleOf(tx, ids);
  const appeals = await appealsOf(tx, ids);
  const applications = await applicationsOf(tx, ids);
  const whole = [...facts].map(([id, its]): [string, CycleFacts] => [
    id,
    {
      ...its,
      audits: audits.get(id) ?? [],
      wsibStatements: statements.get(id)?.wsibStatements ?? [],
      people: people.get(id) ?? [],
      appeals: appeals.get(id) ?? [],
      applications: applications.get(id) ?? [],
    },
  ]);
  return new Map(whole);
}
