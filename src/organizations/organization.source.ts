import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { OrganizationSource } from './organization.type.ts';

/** An organization as the statements of organizations.sql.ts give it: with what belongs to its file where the caller may see a whole one. */
export interface OrganizationRow {
  readonly organizationId: string;
  readonly legalName: string;
  readonly operatingName: string | null;
  readonly city: string | null;
  readonly businessNumber?: string | null;
  readonly formerNames?: readonly string[];
}

/** An organization as visible to the caller: names and city are public with the account, the rest belongs to the file. */
export function organizationSource(row: OrganizationRow, context: Context): OrganizationSource {
  const isWhole = seesWholeFile(viewerOf(context, row));
  return {
    id: toGlobalId('Organization', row.organizationId),
    organizationId: row.organizationId,
    legalName: row.legalName,
    operatingName: row.operatingName,
    city: row.city,
    businessNumber: isWhole ? (row.businessNumber ?? null) : null,
    formerNames: isWhole ? (row.formerNames ?? null) : null,
  };
}
