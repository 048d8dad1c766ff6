import { OrganizationRow } from '../database/tables/organization.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { plainText } from '../identifiers/plain-text.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordIdentityChanges } from '../outbox/record-identity-change.ts';
import { businessNumberGiven } from './given-number.ts';
import { lockedOrganization, type WrittenOrganization, writtenOrganization } from './locked-organization.ts';
import type { CorrectOrganizationInput } from './organization.input.ts';

/** Corrects what was recorded of an organization. No standing depends on it, so the law is not asked. */
export async function correctOrganization(unit: Unit, input: CorrectOrganizationInput): Promise<Written<WrittenOrganization>> {
  const { expectedVersion } = input;
  const read = { id: recordId('organization', input.organization, 'Organization'), expectedVersion };
  const row = await lockedOrganization(unit, read, 'organization');
  const changes = corrections(row, givenFields(input));
  await alterRecord(unit, OrganizationRow, { id: row.id, expectedVersion }, changes);
  await recordIdentityChanges(unit, row.id);
  return { thing: writtenOrganization({ ...row, ...changes, version: row.version + 1 }), subject: row.id };
}

const givenFields = ({ legalName, operatingName, formerNames, city, businessNumber }: CorrectOrganizationInput) => ({
  legalName: legalName ? plainText(legalName) : undefined,
  operatingName: operatingName && plainText(operatingName),
  formerNames: formerNames?.map(plainText),
  businessNumber: businessNumber && businessNumberGiven(businessNumber),
  city: city && plainText(city),
});
