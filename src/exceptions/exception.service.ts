import { IssuingExceptionRow } from '../database/tables/issuing-exception.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { lockedFacts, refuseFutureDay } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { because, Refusal } from '../rules/decision.ts';
import { refuseException } from '../rules/recording/exception.ts';
import { objection, refusalOf } from '../rules/recording/objections.ts';
import type { RecordIssuingExceptionInput } from './exception.input.ts';
import { exceptionInUnit } from './exception.loader.ts';
import type { IssuingException } from './exception.type.ts';

/** records an exception of an account. */
export async function recordException(unit: Unit, input: RecordIssuingExceptionInput): Promise<Written<IssuingException> | Refusal> {
  const { clauses, grounds: reason, document, decidedBy } = input;
  const decidedOn = input.decidedOn ?? unit.today;
  refuseFutureDay('decidedOn', decidedOn, unit);
  const accountId = await accountNamed(unit, input.account);
  await lockedFacts(unit, accountId);
  const refusal = refuseException({ clauses });
  if (refusal) return refusal;
  const values = { accountId, clauses: [...new Set(clauses)], reason, document, decidedBy, decidedOn };
  const { identifiers } = await unit.tx.insert(IssuingExceptionRow, values);
  return { thing: await exceptionInUnit(unit.tx, String(identifiers[0]?.id)), subject: accountId };
}

/**
 * The exception of an account that a caller names; null if none is named. BAD_USER_INPUT if it belongs to another account, a refusal if it has
 * already been used. The account is locked, so no other unit can use it meanwhile.
 */
export async function exceptionNamed(
  { tx }: Pick<Unit, 'tx'>,
  accountId: string,
  named: string | null,
  field = 'input.exception',
): Promise<IssuingExceptionRow | Refusal | null> {
  if (named === null) return null;
  const exception = await tx.findOneBy(IssuingExceptionRow, { id: recordId('exception', named, 'IssuingException'), accountId });
  if (!exception) throw faults.BAD_USER_INPUT(field, `${field} must be an exception of the account.`);
  const { servedDocument: document } = exception;
  if (document === null) return exception;
  return refusalOf([objection('EXCEPTION_NOT_POSSIBLE', 'R-44', because('refused-exception-used', { document }))]);
}

/** an exception is used once, for one document or for all that one correction concerns. */
export async function letExceptionServe({ tx }: Unit, exception: IssuingExceptionRow | null, ...documents: string[]): Promise<void> {
  const [servedDocument, ...alsoServed] = documents;
  if (exception && servedDocument !== undefined) await tx.update(IssuingExceptionRow, { id: exception.id }, { servedDocument, alsoServed });
}
