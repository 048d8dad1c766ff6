import { OrganizationRow } from '../database/tables/organization.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { recordId } from './record-id.ts';

/** The organization that an id leads to: itself, or the one that it was merged into. It is not merged into another before the unit ends; null if there is none. */
export async function heldOrganization(unit: Pick<Unit, 'tx'>, id: string): Promise<string | null> {
  const row = await unit.tx.findOneBy(OrganizationRow, { id });
  if (!row) return null;
  const ledTo = row.mergedIntoId ?? row.id;
  const [held]: unknown[] = await unit.tx.query('select from organization where id = $1 and merged_into_id is null for share', [ledTo]);
  // It was merged while the unit waited for it.
  return held ? ledTo : heldOrganization(unit, ledTo);
}

/**
 * The same for an organization named in the input: the ids of both go on to work (G-1.2.b). NOT_FOUND if there is none. A unit that also locks
 * accounts calls it first, as a merger of organizations does.
 */
export async function organizationNamed(unit: Pick<Unit, 'tx'>, globalId: string): Promise<string> {
  const id = await heldOrganization(unit, recordId('organization', globalId, 'Organization'));
  if (id === null) throw faults.NOT_FOUND('organization');
  return id;
}

/**
 * The owner of what a unit makes, held as `heldOrganization` does: its key may have been read before its organization was merged, and what is recorded
 * for the one that ended would be lost to it.
 */
export async function heldOwner<Of extends { readonly organizationId: string | null }>(unit: Pick<Unit, 'tx'>, owner: Of): Promise<Of> {
  const { organizationId } = owner;
  const held = organizationId === null ? null : await heldOrganization(unit, organizationId);
  return held === null ? owner : { ...owner, organizationId: held };
}
