import { logAct } from '../access/audit-log.ts';
import { actorOf, permitStaff } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { type Unit, write } from '../database/unit-of-work.ts';
import { Refusal } from '../rules/decision.ts';
import { once } from './idempotency.ts';
import { MergedMeanwhile } from './locked-facts.ts';
import type { MutationInput } from './mutation.input.ts';

/** The result of a service that writes: the record as the client sees it, and the account or organization concerned. */
export interface Written<Thing> {
  readonly thing: Thing;
  readonly subject: string;
  /** Fields of the input that the audit log does not keep, such as the name of a person. */
  readonly unlogged?: readonly string[];
}

/** The single path for every mutation by staff: see `perform`. */
export async function mutate<Thing extends object>(
  context: Context,
  operation: string,
  input: MutationInput,
  service: (unit: Unit) => Promise<Written<Thing> | Refusal>,
): Promise<Thing | Refusal> {
  permitStaff(context.caller, 'recording as IHSA’s staff');
  return perform(context, operation, input, service);
}

/**
 * The single path for every permitted mutation: one transaction, which leaves no trace after a refusal or a fault. The service locks the
 * account, asks the law, and records the fact and its consequences; the mutation is then logged here, and its answer stored under the
 * idempotency key.
 */
export async function perform<Thing extends object>(
  context: Context,
  operation: string,
  input: MutationInput,
  service: (unit: Unit) => Promise<Written<Thing> | Refusal>,
): Promise<Thing | Refusal> {
  const { caller, today, requestId } = context;
  const author = { actor: actorOf(caller), reason: input.reason ?? input.note ?? undefined, today };
  const work = async (unit: Unit): Promise<Thing> => {
    const written = await service(unit);
    if (written instanceof Refusal) throw new Refused(written);
    const { thing, subject, unlogged = [] } = written;
    await logAct(unit, {
      action: operation,
      subject,
      details: { recording: unit.recordingId, input: without(input, unlogged) },
      requestId,
    });
    return thing;
  };
  const request = { operation, key: input.idempotencyKey ?? null, input };
  const attempt = () => context.write((source) => write(source, author, (unit) => once(unit, request, () => work(unit))));
  return attempt().catch(onceMore(attempt)).catch(refusalIn);
}

/** Does a unit again whose account was merged away while it waited. */
export const onceMore =
  <Thing>(attempt: () => Promise<Thing>) =>
  (error: unknown): Promise<Thing> => {
    if (error instanceof MergedMeanwhile) return attempt();
    throw error;
  };

const without = (input: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !fields.includes(name)));

/** Carries a refusal out of the transaction, which is rolled back. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super('The law does not allow it.');
    this.refusal = refusal;
  }
}

function refusalIn(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  throw error;
}
