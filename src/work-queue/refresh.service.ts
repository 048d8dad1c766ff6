import type { DataSource, EntityManager } from 'typeorm';
import { cycleFactsOf } from '../cycle/cycle.facts.ts';
import { markAllWork } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import { type Obligation, obligationsOn } from '../rules/cycle/obligations.ts';

/** Of two processes that compute items, one waits: a number that nothing else locks by. */
const WORK_LOCK = 7_002_029;

/** Accounts to a transaction: short enough that a reader who waits for another's batch does not notice, long enough that an import is soon done. */
const BATCH = 500;

/**
 * Computes what IHSA owes on the accounts that were changed since, and on every account once a day: most of it follows from days that pass without
 * anybody recording anything. It returns when nothing is left to compute that was committed when it began.
 */
export async function refreshWork(source: DataSource, today: Day): Promise<void> {
  const [state]: { isMarked: boolean; day: Day | null }[] = await source.query(
    'select exists (select from work_mark) as "isMarked", (select day from work_day) as day',
  );
  if (!state?.isMarked && state?.day && state.day >= today) return;
  await source.transaction((tx) => beginDay(tx, today));
  while (await source.transaction((tx) => refreshBatch(tx, today)));
}

/** Marks every account where a day has begun, or where something marked them all. */
async function beginDay(tx: EntityManager, today: Day): Promise<void> {
  await takeTurn(tx);
  const begun: unknown[] = await tx.query(
    `insert into work_day (day) values ($1) on conflict (id) do update set day = excluded.day where work_day.day < excluded.day returning day`,
    [today],
  );
  if (begun.length > 0) await markAllWork(tx);
  const [all]: [unknown[], number] = await tx.query('delete from work_mark where account_id is null returning id');
  if (all.length > 0) await tx.query('insert into work_mark (account_id) select id from account');
}

const takeTurn = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock($1)', [WORK_LOCK]);

/** Computes the items of some marked accounts; false if none was marked. A mark that is set meanwhile stays for the next batch. */
async function refreshBatch(tx: EntityManager, today: Day): Promise<boolean> {
  await takeTurn(tx);
  const [marked]: [{ account: string | null }[], number] = await tx.query(
    `delete from work_mark where id in (select id from work_mark where account_id is not null order by id limit ${BATCH}) returning account_id as account`,
  );
  const ids = [...new Set(marked.flatMap(({ account }) => account ?? []))];
  if (ids.length === 0) return false;
  const facts = await cycleFactsOf(tx, ids);
  const items = [...facts].flatMap(([account, its]) => owedByIhsa(obligationsOn(its, today)).map((each) => rowOf(account, each)));
  await tx.query('delete from work_item where account_id = any($1::uuid[])', [ids]);
  await tx.query(
    `insert into work_item (account_id, key, kind, opens_on, due_on, last_day, obligation)
     select account_id, key, kind, opens_on, due_on, last_day, obligation from json_to_recordset($1::json)
       as r (account_id uuid, key text, kind text, opens_on date, due_on date, last_day date, obligation json)`,
    [JSON.stringify(items)],
  );
  return true;
}

const owedByIhsa = (obligations: readonly Obligation[]): readonly Obligation[] =>
  obligations.filter(({ by, state }) => by === 'IHSA' && state !== 'DONE');

const rowOf = (account: string, { key, kind, opensOn, dueOn, lastDay, by, clauses, because }: Obligation) => ({
  account_id: account,
  key,
  kind,
  opens_on: opensOn,
  due_on: dueOn,
  last_day: lastDay,
  obligation: { by, clauses, because },
});
