import type { EntityManager } from 'typeorm';
import { toGlobalId } from '../contract/global-id.ts';
import { OrganizationRow } from '../database/tables/organization.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import type { FaultWords } from '../errors-french.ts';
import type { ReadRecord } from '../mutations/locked-facts.ts';
import type { OrganizationSource } from './organization.type.ts';

/** An organization as a mutation answers it: with its version. */
export interface WrittenOrganization extends OrganizationSource {
  readonly version: number;
}

/** The id of the organization that an id resolves to: itself, or the one that it was merged into; null if there is none. */
export async function organizationLedTo(tx: EntityManager, id: string): Promise<string | null> {
  const row = await tx.findOneBy(OrganizationRow, { id });
  return row && (row.mergedIntoId ?? row.id);
}

/** The organization that a caller wants to change, locked. NOT_FOUND if there is none, CONFLICT if it has changed since the caller read it. */
export async function lockedOrganization(
  { tx }: Unit,
  { id, expectedVersion }: ReadRecord,
  what: FaultWords,
  versionField = 'input.expectedVersion',
): Promise<OrganizationRow> {
  const ledTo = await organizationLedTo(tx, id);
  // A unit that holds an account of it goes on: its changes in the feed name the organization, which a stronger lock would forbid.
  const row = ledTo && (await tx.findOne(OrganizationRow, { where: { id: ledTo }, lock: { mode: 'for_no_key_update' } }));
  if (!row) throw faults.NOT_FOUND(what);
  if (row.version !== expectedVersion) throw faults.CONFLICT(row.version, versionField);
  return row;
}

/** An organization as staff are answered. */
export const writtenOrganization = (row: Omit<OrganizationRow, 'reference' | 'mergedIntoId' | 'mergedInto'>): WrittenOrganization => ({
  id: toGlobalId('Organization', row.id),
  organizationId: row.id,
  legalName: row.legalName,
  operatingName: row.operatingName,
  formerNames: row.formerNames,
  businessNumber: row.businessNumber,
  city: row.city,
  version: row.version,
});
