import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { type Audience, audienceOf, unmasked } from '../disclosure/audience.ts';
import { criteriaOf } from '../standing/criteria.ts';
import { type OrganizationRow, organizationSource } from './organization.source.ts';
import type { OrganizationSource } from './organization.type.ts';
import { organizationsById } from './organizations.sql.ts';

/** The organization of an account that the caller was shown on any day. */
export const organizationById = (source: DataSource, context: Context): DataLoader<string, OrganizationSource | null> =>
  new DataLoader((ids) => organizations(source, context, unmasked(context), ids));

/** The organization with an id, if it has an account whose standing today is visible to the caller. */
export const visibleOrganizationById = (source: DataSource, context: Context): DataLoader<string, OrganizationSource | null> =>
  new DataLoader((ids) => organizations(source, context, audienceOf(context), ids));

async function organizations(
  source: DataSource,
  context: Context,
  audience: Audience,
  ids: readonly string[],
): Promise<(OrganizationSource | null)[]> {
  const { text, values } = organizationsById(audience, criteriaOf(null, context.today), ids);
  const { rows } = await poolOf(source).query<OrganizationRow & { readonly askedId: string }>(text, [...values]);
  const byId = new Map(rows.map((row) => [row.askedId, organizationSource(row, context)]));
  return ids.map((id) => byId.get(id) ?? null);
}
