import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { logReadings } from '../access/audit-log.ts';
import { cycleFactsOf } from '../cycle/cycle.facts.ts';
import type { EmailDigestRow } from '../database/tables/email-digest.table.ts';
import { snapshot } from '../database/unit-of-work.ts';
import { addDays, type Day } from '../rules/calendar.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import { type Obligation, obligationsOn } from '../rules/cycle/obligations.ts';
import { digestWords } from './digest-words.ts';
import type { Composed } from './mail-body.ts';

/** Days ahead that are counted. */
const DAYS_AHEAD = 30;

/** Days before a due day on which an obligation is counted anew, so that a message goes out. */
const STEPS = [1, 7, 30];

/** How much an organization has to do, by numbers alone: what there is to do shows an audit that did not pass (G-8.a). */
export async function organizationDigest(source: DataSource, row: EmailDigestRow, today: Day): Promise<Composed> {
  const facts = await factsOf(source, row);
  const owed = [...facts].flatMap(([id, each]) =>
    obligationsOn(each, today)
      .filter(({ by, state }) => by === 'ORGANIZATION' && (state === 'DUE' || state === 'OVERDUE'))
      .map((obligation) => ({ ...obligation, id })),
  );
  const told = owed.length === 0 ? null : fingerprintOf(owed, today);
  const said = { told };
  if (told === null || told === row.told) return { subject: null, blocks: [], said };
  const say = digestWords[row.locale];
  const counted = countOf(owed, today);
  const blocks = [{ paragraph: say.toDoIntro(counted) }, { items: say.toDoItems(counted) }, { paragraph: say.toDoEnd }];
  return { subject: say.toDo(today), blocks, said };
}

/** Reading the facts is logged for each account whose audits they include (G-8.a). */
async function factsOf(source: DataSource, { id, holder, organizationId }: EmailDigestRow): Promise<ReadonlyMap<string, CycleFacts>> {
  const facts = await snapshot(source, async (tx) => cycleFactsOf(tx, await accountsOf(tx, organizationId)));
  const read = [...facts].flatMap(([subject, { audits }]) =>
    audits.length > 0 ? [{ subject, details: { digest: id, audits: audits.map((audit) => audit.id) } }] : [],
  );
  await logReadings(source, `${holder} (daily e-mail ${id})`, { action: 'mailObligations', requestId: null }, read);
  return facts;
}

async function accountsOf(tx: EntityManager, organizationId: string | null): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select id from account where organization_id = $1 and merged_into_id is null order by id',
    [organizationId],
  );
  return rows.map(({ id }) => id);
}

interface Owed extends Obligation {
  /** The account. */
  readonly id: string;
}

function countOf(owed: readonly Owed[], today: Day) {
  const by = addDays(today, DAYS_AHEAD);
  const ahead = owed.filter(({ state }) => state === 'DUE').flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]));
  return {
    today,
    by,
    overdue: owed.filter(({ state }) => state === 'OVERDUE').length,
    due: ahead.filter((dueOn) => dueOn <= by).length,
    undated: owed.filter(({ state, dueOn }) => state === 'DUE' && dueOn === null).length,
    next: ahead.toSorted()[0] ?? null,
  };
}

/** Changes when an obligation arises, is met, becomes overdue, or comes nearer by a step. */
function fingerprintOf(owed: readonly Owed[], today: Day): string {
  const items = owed.map(({ id, key, state, dueOn }) => `${id} ${key} ${state} ${dueOn === null ? '' : stepOf(dueOn, today)}`);
  return createHash('sha256').update(items.toSorted().join('\n')).digest('hex');
}

const stepOf = (dueOn: Day, today: Day): string => String(STEPS.find((days) => dueOn <= addDays(today, days)) ?? '');
