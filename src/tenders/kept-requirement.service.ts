import { type Owner, ownerOf } from '../access/owner.ts';
import type { Context } from '../contract/context.ts';
import { KeptRequirementRow } from '../database/tables/kept-requirement.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { perform } from '../mutations/mutate.ts';
import { heldOwner } from '../mutations/organization-named.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Refusal } from '../rules/decision.ts';
import type { CorrectKeptRequirementInput, KeepRequirementInput, RemoveKeptRequirementInput } from './kept-requirement.input.ts';
import { keptRequirementByName, keptRequirementSource, lockedRequirement, plainName, requirementsOf } from './kept-requirement.loader.ts';
import type { KeptRequirementSource } from './kept-requirement.type.ts';
import type { TenderRequirement } from './requirement.input.ts';

/** The maximum number of kept requirements of one owner. */
const MOST_OF_AN_OWNER = 100;

/** The caller as an owner. Throws FORBIDDEN without a key. */
function permitOwner({ caller }: Context): Owner {
  const owner = ownerOf(caller);
  if (!owner) throw faults.FORBIDDEN('keeping requirements');
  return owner;
}

/** The caller's kept requirements, by name. */
export async function listKeptRequirements(context: Context): Promise<KeptRequirementSource[]> {
  const owner = permitOwner(context);
  const rows = await context.read(({ manager }) => requirementsOf(manager, owner));
  return rows.map(keptRequirementSource);
}

/** Keeps a requirement under a name. */
export function keepRequirement(context: Context, input: KeepRequirementInput): Promise<KeptRequirementSource | Refusal> {
  const caller = permitOwner(context);
  return perform(context, 'keepRequirement', input, async (unit) => {
    const keeper = await heldOwner(unit, caller);
    const name = await freeName(unit, keeper, input.name, null);
    const { owner, ...asked } = columnsOf(input.requirement);
    const row = { ...keeper, ...asked, owner, name, createdAt: context.wallNow, createdBy: unit.actor };
    const { identifiers } = await unit.tx.insert(KeptRequirementRow, row);
    const id = String(identifiers[0]?.id);
    return { thing: keptRequirementSource(await lockedRequirement(unit.tx, id, keeper)), subject: id };
  });
}

/** Corrects the caller's own kept requirement. */
export function correctKeptRequirement(context: Context, input: CorrectKeptRequirementInput): Promise<KeptRequirementSource | Refusal> {
  const keeper = permitOwner(context);
  return perform(context, 'correctKeptRequirement', input, async (unit) => {
    const row = await readRequirement(unit, keeper, input);
    const name = input.name ? await freeName(unit, keeper, input.name, row.id) : row.name;
    const asked = input.requirement ? columnsOf(input.requirement) : {};
    await unit.tx.update(KeptRequirementRow, { id: row.id }, { ...asked, name, version: row.version + 1 });
    return { thing: keptRequirementSource(await lockedRequirement(unit.tx, row.id, keeper)), subject: row.id };
  });
}

/** Removes the caller's own kept requirement. */
export function removeKeptRequirement(context: Context, input: RemoveKeptRequirementInput): Promise<KeptRequirementSource | Refusal> {
  const keeper = permitOwner(context);
  return perform(context, 'removeKeptRequirement', input, async (unit) => {
    const row = await readRequirement(unit, keeper, input);
    const version = row.version + 1;
    await unit.tx.update(KeptRequirementRow, { id: row.id }, { deletedAt: context.wallNow, version });
    return { thing: keptRequirementSource({ ...row, version }), subject: row.id };
  });
}

/**
 * What is asked, given as a requirement or by the name of one that the caller keeps; `field` is the field of the former. Throws BAD_USER_INPUT where
 * neither or both are given, NOT_FOUND for a name that the caller keeps nothing under.
 */
export async function requirementAsked(
  context: Context,
  { requirement = null, keptRequirement = null }: AskedRequirement,
  field: string,
): Promise<TenderRequirement> {
  if ((requirement === null) === (keptRequirement === null))
    throw faults.BAD_USER_INPUT(field, `${field} must be given, or keptRequirement in its place, and not both.`);
  if (requirement !== null) return requirement;
  const kept = await context.loader(keptRequirementByName).load(plainName(keptRequirement ?? ''));
  if (!kept) throw faults.NOT_FOUND('kept requirement');
  const { routes, isPendingAccepted, contractTo, owner, isForConstruction } = kept;
  return { routes, isPendingAccepted, contractTo, owner, isForConstruction };
}

/** A requirement, or the name of a kept one. */
export interface AskedRequirement {
  readonly requirement?: TenderRequirement | null | undefined;
  readonly keptRequirement?: string | null | undefined;
}

const columnsOf = ({ routes, isPendingAccepted, contractTo = null, owner, isForConstruction }: TenderRequirement) => ({
  ...{ routes, isPendingAccepted, contractTo, owner, isForConstruction },
});

async function readRequirement(
  { tx }: Unit,
  keeper: Owner,
  { keptRequirement, expectedVersion }: CorrectKeptRequirementInput | RemoveKeptRequirementInput,
): Promise<KeptRequirementRow> {
  const row = await lockedRequirement(tx, recordId('keptRequirement', keptRequirement, 'KeptRequirement'), keeper);
  if (row.version !== expectedVersion) throw faults.CONFLICT(row.version);
  return row;
}

/** The trimmed name, unique among the owner's. Of two concurrent requests, the second sees what the first kept. */
async function freeName({ tx }: Unit, keeper: Owner, given: string, own: string | null): Promise<string> {
  const name = given.trim().normalize('NFC');
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('requirements of ' || lower($1), 0))`, [keeper.holder]);
  const others = (await requirementsOf(tx, keeper)).filter(({ id }) => id !== own);
  if (others.some((each) => plainName(each.name) === plainName(name)))
    throw faults.BAD_USER_INPUT('input.name', 'input.name must be different from the names of your other requirements.');
  if (own === null && others.length >= MOST_OF_AN_OWNER)
    throw faults.BAD_USER_INPUT('input', `You already keep ${MOST_OF_AN_OWNER} requirements, which is the maximum. Remove one first.`);
  return name;
}
