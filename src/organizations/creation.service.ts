import { OrganizationRow } from '../database/tables/organization.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { plainText } from '../identifiers/plain-text.ts';
import type { Written } from '../mutations/mutate.ts';
import { businessNumberGiven } from './given-number.ts';
import { type WrittenOrganization, writtenOrganization } from './locked-organization.ts';
import type { CreateOrganizationInput } from './organization.input.ts';

/** Enters an organization. Only accounts are certified, so it begins without one (G-1.2.b). */
export async function createOrganization({ tx }: Unit, input: CreateOrganizationInput): Promise<Written<WrittenOrganization>> {
  const { legalName, operatingName = null, formerNames, businessNumber, city = null } = input;
  const given = {
    legalName: plainText(legalName),
    operatingName: operatingName && plainText(operatingName),
    formerNames: (formerNames ?? []).map(plainText),
    businessNumber: businessNumber ? businessNumberGiven(businessNumber) : null,
    city: city && plainText(city),
  };
  // No source gave it a key, so its id is its reference, by which an import can name it.
  const [drawn]: { id: string }[] = await tx.query('select new_id() as id');
  if (!drawn) throw new Error('No id was drawn.');
  await tx.insert(OrganizationRow, { ...given, id: drawn.id, reference: drawn.id });
  return { thing: writtenOrganization({ ...given, id: drawn.id, version: 1 }), subject: drawn.id };
}
