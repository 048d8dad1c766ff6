import type { Context } from '../contract/context.ts';
import type { EquivalencyRequestRow } from '../database/tables/equivalency-request.table.ts';
import { faults } from '../errors.ts';
import { differingFields, nothingToCorrect } from '../mutations/correct.service.ts';
import { refuseFutureDay } from '../mutations/locked-facts.ts';
import type { Refusal } from '../rules/decision.ts';
import type { RequestKind } from '../rules/equivalency/facts.ts';
import { refuseStep } from '../rules/equivalency/request.ts';
import { recordStatement } from '../statements/statement.service.ts';
import type { StateHostCorInput, StateIsoCertificateInput, StateOntarioOfficeInput } from './request.input.ts';
import type { SeenRequest } from './request.loader.ts';
import { asApplicant, type RequestInput } from './request.service.ts';

/** G-5.a, F-16.a: records what the letter of the host association says. */
export const stateHostCor = (context: Context, input: StateHostCorInput): Promise<SeenRequest | Refusal> =>
  stateOf(context, 'stateHostCor', input, 'OUT_OF_PROVINCE', {
    hostAssociation: input.association,
    hostCorIsCurrent: input.isCurrent ?? null,
    hostCorExpiresOn: input.expiresOn ?? null,
  });

/** X-5, G-6.1.b: records what the firm’s most recent certificate says. */
export const stateIsoCertificate = (context: Context, input: StateIsoCertificateInput): Promise<SeenRequest | Refusal> =>
  stateOf(context, 'stateIsoCertificate', input, 'ISO_45001', {
    isoStandard: input.standard,
    isoIsAccredited: input.isAccredited ?? null,
    isoCoversWholeFirm: input.coversWholeFirm ?? null,
    isoHasOntarioWork: input.hasOntarioWork ?? null,
    isoExpiresOn: input.expiresOn ?? null,
  });

/** F-16.a: records whether the employer has a permanent office in Ontario. */
export const stateOntarioOffice = (context: Context, input: StateOntarioOfficeInput): Promise<SeenRequest | Refusal> =>
  asApplicant(context, 'stateOntarioOffice', input, async (unit, { row, facts }) => {
    mustBeOfKind(row, 'OUT_OF_PROVINCE');
    const refusal = refuseStep(facts, 'CHANGE_DOCUMENTS', unit.today);
    if (refusal) return refusal;
    const onDay = input.on ?? unit.today;
    refuseFutureDay('on', onDay, unit);
    const stated = { kind: 'PERMANENT_OFFICE_IN_ONTARIO', onDay, isTrue: input.hasOffice, note: input.note ?? null } as const;
    await recordStatement(unit, { accountId: row.accountId, ...stated });
    return {};
  });

function stateOf(
  context: Context,
  operation: string,
  input: RequestInput,
  kind: RequestKind,
  stated: Partial<EquivalencyRequestRow>,
): Promise<SeenRequest | Refusal> {
  return asApplicant(context, operation, input, async ({ today }, { row, facts }) => {
    mustBeOfKind(row, kind);
    const refusal = refuseStep(facts, 'CHANGE_DOCUMENTS', today);
    if (refusal) return refusal;
    if (Object.keys(differingFields(row, stated)).length === 0) throw nothingToCorrect();
    return stated;
  });
}

function mustBeOfKind({ kind }: EquivalencyRequestRow, expected: RequestKind): void {
  if (kind !== expected) throw faults.BAD_USER_INPUT('input.request', `input.request must be a request of kind ${expected}.`);
}
