import type { EntityManager } from 'typeorm';
import { permitStaff } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import { perform } from '../mutations/mutate.ts';
import { type Day, daysBetween } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { type AdvanceClockInput, MOST_DAYS } from './sandbox.input.ts';
import { sandboxNow } from './sandbox.loader.ts';
import type { Sandbox } from './sandbox.type.ts';

/** Where the sandbox stands; null if the registry is none. */
export const showSandbox = (context: Context): Promise<Sandbox | null> => context.primary((source) => sandboxNow(source, context.today));

/** Has the time of a sandbox moved to a day, by a job: day by day, as at midnight. Throws BAD_USER_INPUT if it cannot be moved there. */
export function askAdvance(context: Context, input: AdvanceClockInput): Promise<Sandbox | Refusal> {
  permitStaff(context.caller, 'moving the time of a sandbox');
  return perform(context, 'advanceClock', input, async ({ tx }) => {
    mustBeNear(context.today, input.to);
    const [asked]: { outcome: Outcome }[] = await tx.query('select ask_sandbox_advance($1) as outcome', [input.to]);
    if (asked?.outcome !== 'ASKED') throw faults.BAD_USER_INPUT('input.to', why[asked?.outcome ?? 'NO_SANDBOX']);
    await queueAdvance(tx, input.to);
    const sandbox = await sandboxNow(tx, context.today);
    if (!sandbox) throw new Error('A sandbox stays one.');
    return { thing: sandbox, subject: 'sandbox' };
  });
}

type Outcome = 'ASKED' | 'NO_SANDBOX' | 'ADVANCING' | 'NOT_AHEAD';

const why = {
  NO_SANDBOX: 'This registry is no sandbox: its time cannot be moved.',
  ADVANCING: 'The time of this sandbox is moving already. Ask again once `sandbox { isReady }` is true.',
  NOT_AHEAD: 'input.to must be after the present day of the sandbox: its time only goes forward.',
} as const;

function mustBeNear(today: Day, to: Day): void {
  if (daysBetween(today, to) > MOST_DAYS) {
    throw faults.BAD_USER_INPUT('input.to', `input.to must be at most ${MOST_DAYS.toLocaleString('en-CA')} days ahead.`);
  }
}

/** Attempts at the job, over three days; one that was interrupted goes on where it stopped. */
const MOST_ATTEMPTS = 16;

const queueAdvance = (tx: EntityManager, to: Day): Promise<unknown> =>
  tx.query(
    `select graphile_worker.add_job('advanceClock', json_build_object('to', $1::text), max_attempts => $2, job_key => 'advanceClock')`,
    [to, MOST_ATTEMPTS],
  );
