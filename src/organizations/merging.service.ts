import type { Context } from '../contract/context.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import { OrganizationRow } from '../database/tables/organization.table.ts';
import { lockAccounts, markWork, type Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { alterRecord } from '../mutations/locked-facts.ts';
import { mutate, type Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordIdentityChanges } from '../outbox/record-identity-change.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseMergingOrganizations } from '../rules/recording/merging.ts';
import { lockedOrganization, type WrittenOrganization, writtenOrganization } from './locked-organization.ts';
import type { MergeOrganizationsInput } from './organization.input.ts';

/** Merges two organizations that are the same firm. From the next request on, the keys of the one that ends open the file of the other. */
export async function mergeOrganizations(context: Context, input: MergeOrganizationsInput): Promise<WrittenOrganization | Refusal> {
  const keys: string[] = [];
  const merged = await mutate(context, 'mergeOrganizations', input, (unit) => merge(unit, input, keys));
  for (const id of keys) context.forgetKey(id);
  return merged;
}

async function merge(unit: Unit, input: MergeOrganizationsInput, keys: string[]): Promise<Written<WrittenOrganization> | Refusal> {
  const [kept, ended] = await bothLocked(unit, input);
  const refusal = refuseMergingOrganizations(kept, ended);
  if (refusal) return refusal;
  await moveAccounts(unit, ended.id, kept.id);
  const changes = { formerNames: namesOfBoth(kept, ended), businessNumber: kept.businessNumber ?? ended.businessNumber };
  await alterRecord(unit, OrganizationRow, { id: kept.id, expectedVersion: kept.version }, { ...changes, version: kept.version + 1 });
  await alterRecord(unit, OrganizationRow, { id: ended.id, expectedVersion: ended.version }, { mergedIntoId: kept.id });
  await unit.tx.update(OrganizationRow, { mergedIntoId: ended.id }, { mergedIntoId: kept.id });
  await moveTiesOfAuditors(unit, ended.id, kept.id);
  keys.push(...(await moveOwners(unit, ended.id, kept.id)));
  await recordIdentityChanges(unit, null);
  return { thing: writtenOrganization({ ...kept, ...changes, version: kept.version + 1 }), subject: kept.id };
}

/** Both organizations, locked in one order, so that two merges never wait for each other. */
async function bothLocked(unit: Unit, input: MergeOrganizationsInput): Promise<readonly [OrganizationRow, OrganizationRow]> {
  const kept = { id: recordId('organization', input.organization, 'Organization'), expectedVersion: input.expectedVersion };
  const ended = { id: recordId('other', input.other, 'Organization'), expectedVersion: input.otherExpectedVersion };
  const [first, second] = kept.id < ended.id ? [kept, ended] : [ended, kept];
  const locked = (record: typeof kept) =>
    lockedOrganization(unit, record, 'organization', record === kept ? 'input.expectedVersion' : 'input.otherExpectedVersion');
  const [a, b] = [await locked(first), await locked(second)];
  if (a.id === b.id) throw faults.BAD_USER_INPUT('input.other', 'input.other must be another organization than input.organization.');
  return first === kept ? [a, b] : [b, a];
}

/** G-1.2.b: the accounts move unchanged, each with its number, its registrations and its certificate; no two are merged. */
async function moveAccounts(unit: Unit, from: string, to: string): Promise<void> {
  const accounts = await unit.tx.findBy(AccountRow, { organizationId: from });
  const ids = accounts.map(({ id }) => id);
  await lockAccounts(unit, ids);
  await markWork(unit, ids);
  await unit.tx.update(AccountRow, { organizationId: from }, { organizationId: to });
}

/** The firm continues to be found by every name that either had. */
function namesOfBoth(kept: OrganizationRow, ended: OrganizationRow): string[] {
  const current = [kept.legalName, kept.operatingName];
  const former = [
    ...kept.formerNames,
    ended.legalName,
    ...(ended.operatingName === null ? [] : [ended.operatingName]),
    ...ended.formerNames,
  ];
  return [...new Set(former)].filter((name) => !current.includes(name));
}

/** G-3.4.a: an auditor who consults for the one firm, or declared a conflict with it, does so for the other; what is recorded of both in the same way stays once. */
async function moveTiesOfAuditors({ tx }: Unit, from: string, to: string): Promise<void> {
  const ties = { consulting_engagement: 'from_day', conflict_of_interest: 'declared_on' };
  for (const [table, day] of Object.entries(ties))
    await tx.query(
      `update ${table} moved set organization_id = $2 where organization_id = $1 and not exists (
         select from ${table} kept where kept.organization_id = $2 and kept.auditor_id = moved.auditor_id and kept.${day} = moved.${day})`,
      [from, to],
    );
}

/** Keys, watch lists, webhooks, calendars, e-mail and kept requirements of the one belong to the other from now on; returns the ids of the keys. */
async function moveOwners({ tx }: Unit, from: string, to: string): Promise<string[]> {
  for (const table of ['watch_list', 'webhook_endpoint', 'calendar_feed', 'email_digest', 'kept_requirement'])
    await tx.query(`update ${table} set organization_id = $2 where organization_id = $1`, [from, to]);
  // TypeORM returns the rows of an UPDATE and then their number.
  const [keys]: [{ id: string }[], number] = await tx.query(
    'update api_key set organization_id = $2, version = version + 1 where organization_id = $1 returning id',
    [from, to],
  );
  return keys.map(({ id }) => id);
}
