import { toGlobalId } from '../contract/global-id.ts';
import { OrganizationRow } from '../database/tables/organization.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { businessNumber } from '../identifiers/business-number.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordIdentityChanges } from '../outbox/record-identity-change.ts';
import type { CorrectOrganizationInput } from './organization.input.ts';
import type { OrganizationSource } from './organization.type.ts';

/** An organization as a mutation answers it: with its version. */
export interface WrittenOrganization extends OrganizationSource {
  readonly version: number;
}

/** Corrects what was recorded of an organization. No standing rests on it, so the law has nothing to say. */
export async function correctOrganization(unit: Unit, input: CorrectOrganizationInput): Promise<Written<WrittenOrganization>> {
  const record = { id: recordId('organization', input.organization, 'Organization'), expectedVersion: input.expectedVersion };
  const row = await unit.tx.findOne(OrganizationRow, { where: { id: record.id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw faults.NOT_FOUND('organization');
  if (row.version !== record.expectedVersion) throw faults.CONFLICT(row.version);
  const changes = corrections(row, givenFields(input));
  await alterRecord(unit, OrganizationRow, record, changes);
  await recordIdentityChanges(unit, record.id);
  return { thing: shown({ ...row, ...changes, version: row.version + 1 }), subject: record.id };
}

const givenFields = ({ legalName, operatingName, formerNames, city, businessNumber: given }: CorrectOrganizationInput) => ({
  legalName: legalName ?? undefined,
  operatingName,
  formerNames: formerNames ?? undefined,
  businessNumber: given && readBusinessNumber(given),
  city,
});

function readBusinessNumber(text: string): string {
  const number = businessNumber(text);
  if (number !== null) return number;
  const form = 'must be nine digits that pass their check digit, and a program account (RT0001) or nothing after them.';
  throw faults.BAD_USER_INPUT('input.businessNumber', `input.businessNumber ${form}`);
}

const shown = ({ id, reference: _, ...row }: OrganizationRow): WrittenOrganization => ({
  ...row,
  id: toGlobalId('Organization', id),
  organizationId: id,
});
