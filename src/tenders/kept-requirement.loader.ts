import DataLoader from 'dataloader';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { type Owner, ownerOf } from '../access/owner.ts';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { KeptRequirementRow } from '../database/tables/kept-requirement.table.ts';
import { faults } from '../errors.ts';
import type { KeptRequirementSource } from './kept-requirement.type.ts';

/** The kept requirements of an owner by name; removed ones are gone. */
export function requirementsOf(tx: EntityManager, { scope, holder, organizationId }: Owner): Promise<KeptRequirementRow[]> {
  return tx
    .createQueryBuilder(KeptRequirementRow, 'kept')
    .where('kept.deleted_at is null and kept.scope = :scope and lower(kept.holder) = lower(:holder)', { scope, holder })
    .andWhere('kept.organization_id is not distinct from :organizationId', { organizationId })
    .orderBy('lower(kept.name) collate "C"')
    .addOrderBy('kept.id')
    .getMany();
}

/** The caller's own kept requirements by id; those of others do not exist for it. */
export const keptRequirementById = (source: DataSource, context: Context): DataLoader<string, KeptRequirementSource | null> =>
  new DataLoader(async (ids) => {
    const owner = ownerOf(context.caller);
    const own = owner ? await requirementsOf(source.manager, owner) : [];
    const byId = new Map(own.map((row) => [row.id, keptRequirementSource(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** The caller's own kept requirements by name, in small letters. */
export const keptRequirementByName = (source: DataSource, context: Context): DataLoader<string, KeptRequirementRow | null> =>
  new DataLoader(async (names) => {
    const owner = ownerOf(context.caller);
    const own = owner ? await requirementsOf(source.manager, owner) : [];
    const byName = new Map(own.map((row) => [plainName(row.name), row]));
    return names.map((name) => byName.get(name) ?? null);
  });

/** A name as it is compared. */
export const plainName = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** A kept requirement as its owner sees it. */
export const keptRequirementSource = (row: KeptRequirementRow): KeptRequirementSource => {
  const { id, name, routes, isPendingAccepted, contractTo, owner, isForConstruction, createdAt, version } = row;
  return {
    ...{ name, routes, isPendingAccepted, contractTo, owner, isForConstruction, version },
    id: toGlobalId('KeptRequirement', id),
    createdAt: createdAt.toISOString(),
  };
};

/** The caller's own kept requirement in the transaction that alters it, locked; NOT_FOUND for another owner's and for a removed one. */
export async function lockedRequirement(tx: EntityManager, id: string, owner: Owner): Promise<KeptRequirementRow> {
  await tx.findOne(KeptRequirementRow, { where: { id, deletedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  const own = (await requirementsOf(tx, owner)).find((row) => row.id === id);
  if (!own) throw faults.NOT_FOUND('kept requirement');
  return own;
}
