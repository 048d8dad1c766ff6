import type { EntityManager } from 'typeorm';
import { permitStaff } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { perform } from '../mutations/mutate.ts';
import type { Refusal } from '../rules/decision.ts';
import type { MakePublicListInput } from './public-list.input.ts';
import type { PublicListOrder } from './public-list-order.type.ts';

/** Has a further public list of the day made, by a job: a large registry takes longer than a request may. */
export function orderPublicList(context: Context, input: MakePublicListInput): Promise<PublicListOrder | Refusal> {
  permitStaff(context.caller, 'making public lists');
  return perform(context, 'makePublicList', input, async ({ tx }) => {
    await queueList(tx);
    return { thing: { orderedAt: await nowIn(tx) }, subject: 'public-list' };
  });
}

/** Attempts at the job, over a day. */
const MOST_ATTEMPTS = 10;

// A key of its own: the nightly list, which the day needs once, must not take the place of an order. Of two orders that wait, one list is made.
const queueList = (tx: EntityManager): Promise<unknown> =>
  tx.query(
    `select graphile_worker.add_job('makePublicList', json_build_object('further', true), max_attempts => $1, job_key => 'orderPublicList')`,
    [MOST_ATTEMPTS],
  );

/** By the clock that dates lists, which is the database's. */
async function nowIn(tx: EntityManager): Promise<string> {
  const [now]: { at: Date }[] = await tx.query(`select date_trunc('milliseconds', registry_now()) as at`);
  if (!now) throw new Error('The clock of the database cannot be read.');
  return now.at.toISOString();
}
