import type { Unit } from '../database/unit-of-work.ts';
import { exceptionNamed, letExceptionServe } from '../exceptions/exception.service.ts';
import type { Written } from '../mutations/mutate.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import { Refusal } from '../rules/decision.ts';
import { documentsLosingSupport, refuseLostSupport } from '../rules/recording/keeping-support.ts';
import { issuingFacts, type StoredIssuingFacts } from './issuing.facts.ts';

/**
 * Changes what certificates and letters of a locked account may rest on, and judges the file afterwards: if a document loses what it rests on, and no
 * exception sets that aside, the refusal undoes the unit.
 */
export async function keepingSupport<Thing>(
  unit: Unit,
  accountId: string,
  exceptionId: string | null | undefined,
  alter: (before: StoredIssuingFacts) => Promise<Written<Thing> | Refusal>,
): Promise<Written<Thing> | Refusal> {
  const exception = await exceptionNamed(unit, accountId, exceptionId ?? null);
  if (exception instanceof Refusal) return exception;
  const before = await factsOf(unit, accountId);
  const written = await alter(before);
  if (written instanceof Refusal) return written;
  const after = await factsOf(unit, accountId);
  const refusal = refuseLostSupport(before, after, exception);
  if (refusal) return refusal;
  const documents = documentsLosingSupport(before, after);
  if (documents.length === 0) return written;
  await letExceptionServe(unit, exception, ...documents);
  await updateStandings(unit, [accountId]);
  return written;
}

async function factsOf({ tx }: Unit, accountId: string): Promise<StoredIssuingFacts> {
  const facts = await issuingFacts(tx, accountId);
  if (!facts) throw new Error('The facts of a locked account were not read.');
  return facts;
}
