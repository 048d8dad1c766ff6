import { dayInToronto } from '../clock.ts';
import type { Context } from '../contract/context.ts';
import { ConsentRow } from '../database/tables/consent.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountNumbered } from '../mutations/account-named.ts';
import { lockForFacts } from '../mutations/locked-facts.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseApplication } from '../rules/recording/consent.ts';
import type { RecordSoseApplicationInput } from './consent.input.ts';
import type { SoseApplicationSource } from './consent.type.ts';

/**
 * Records an application for the SOSE portal: the applicant's consent to disclose the audit facts of the account to the portal, from today
 * until it is withdrawn. Recording it again changes nothing.
 */
export async function recordSoseApplication(context: Context, input: RecordSoseApplicationInput): Promise<SoseApplicationSource | Refusal> {
  const { scope, holder } = context.caller;
  if (scope !== 'sose' || holder === null) throw faults.FORBIDDEN('recording applications to SOSE');
  return perform(context, 'recordSoseApplication', input, (unit) => recordApplication(unit, context, holder, input));
}

async function recordApplication(
  unit: Unit,
  context: Context,
  recipient: string,
  input: RecordSoseApplicationInput,
): Promise<Written<SoseApplicationSource> | Refusal> {
  const accountId = await accountNumbered(unit, input.wsibAccount);
  if (accountId === null) throw faults.NOT_FOUND('account');
  const application = { accountId, recipient, document: input.reference.trim(), kind: 'SOSE_APPLICATION' } as const;
  // Of two concurrent requests, the second finds what the first recorded.
  await lockForFacts(unit, accountId);
  const known = await unit.tx.findOneBy(ConsentRow, application);
  const refusal = refuseApplication(known?.withdrawnAt ? dayInToronto(known.withdrawnAt) : null);
  if (refusal) return refusal;
  const given = { scope: 'AUDIT_FACTS', fromDay: unit.today, givenAt: context.registryNow, givenBy: unit.actor } as const;
  if (!known) await unit.tx.insert(ConsentRow, { ...application, ...given });
  return { thing: { reference: application.document, from: known?.fromDay ?? unit.today, accountId }, subject: accountId };
}
