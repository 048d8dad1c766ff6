import type { Unit } from '../database/unit-of-work.ts';
import { type Fault, faults } from '../errors.ts';
import type { Refusal } from '../rules/decision.ts';
import type { AccountFacts } from '../rules/facts.ts';
import { refuseCorrection } from '../rules/recording/correcting.ts';
import type { LockedRecord } from './locked-facts.ts';
import type { Written } from './mutate.ts';
import { updateStandings } from './update-standings.service.ts';

/** How a record is to be corrected. */
export interface Correction<Thing> {
  /** The facts of its account as they will be. */
  readonly after: AccountFacts;
  readonly isKept: boolean;
  readonly write: () => Promise<void>;
  /** The record as the client sees it, read after the write. */
  readonly answer: () => Promise<Thing>;
}

/** Corrects a record whose account is locked: asks the law, writes, and updates the standing. */
export async function correct<Thing>(
  unit: Unit,
  { accountId, facts }: Pick<LockedRecord<unknown>, 'accountId' | 'facts'>,
  { after, isKept, write, answer }: Correction<Thing>,
): Promise<Written<Thing> | Refusal> {
  const refusal = refuseCorrection(facts, after, isKept);
  if (refusal) return refusal;
  await write();
  await updateStandings(unit, [accountId]);
  return { thing: await answer(), subject: accountId };
}

/** The values that are given and differ from those on record; BAD_USER_INPUT if there are none. `undefined` is not given. */
export function corrections<Row extends object>(row: Row, given: GivenFields<Row>): Partial<Row> {
  const changed = differingFields(row, given);
  if (Object.keys(changed).length === 0) throw nothingToCorrect();
  return changed;
}

type GivenFields<Row> = { readonly [Name in keyof Row]?: Row[Name] | undefined };

/** The same, or nothing where nothing differs. */
export function differingFields<Row extends object>(row: Row, given: GivenFields<Row>): Partial<Row> {
  const recorded = new Map<string, unknown>(Object.entries(row));
  const differing = Object.entries(given).filter(
    ([name, value]) => value !== undefined && JSON.stringify(recorded.get(name)) !== JSON.stringify(value),
  );
  // What is left of `given` has names of the row with values of their types.
  return Object.fromEntries(differing) as Partial<Row>;
}

/** The message for a correction that changes nothing. */
export const nothingToCorrect = (): Fault => faults.BAD_USER_INPUT('input', 'input corrects nothing: it is the same as the record.');

/** The records of an account with one corrected, or removed if `corrected` is null: for the facts as they will be. */
export const withRecord = <Fact extends { readonly id: string }>(
  facts: readonly Fact[],
  id: string,
  corrected: ((fact: Fact) => Fact) | null,
): Fact[] => facts.flatMap((fact) => (fact.id !== id ? [fact] : corrected ? [corrected(fact)] : []));
