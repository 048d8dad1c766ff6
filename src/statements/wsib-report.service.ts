import type { Context } from '../contract/context.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { recordedAccount } from '../identifiers/bare-number.ts';
import { accountNumbered } from '../mutations/account-named.ts';
import { lockForFacts, refuseFutureDay } from '../mutations/locked-facts.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import type { Refusal } from '../rules/decision.ts';
import { recordStatement } from './statement.service.ts';
import type { ReportWsibAccountInput } from './wsib-report.input.ts';
import type { WsibAccountReportSource } from './wsib-report.type.ts';

/** G-1.2.a, R-1: records that a WSIB account is valid or not, for WSIB and staff. It changes no standing. */
export function reportWsibAccount(context: Context, input: ReportWsibAccountInput): Promise<WsibAccountReportSource | Refusal> {
  if (!['wsib', 'staff', 'admin'].includes(context.caller.scope)) throw faults.FORBIDDEN('reporting WSIB accounts');
  return perform(context, 'reportWsibAccount', input, (unit) => report(unit, context, input));
}

/** WSIB does not learn which of its accounts are on record: a report about any other account is not kept, and the answer is the same. */
async function report(
  unit: Unit,
  { caller, registryNow }: Context,
  input: ReportWsibAccountInput,
): Promise<Written<WsibAccountReportSource>> {
  const { isValid } = input;
  const from = input.from ?? unit.today;
  refuseFutureDay('from', from, unit);
  const number = recordedAccount(input.wsibAccount);
  const accountId = await accountNumbered(unit, input.wsibAccount);
  if (accountId !== null) await recordReport(unit, accountId, from, input);
  else if (caller.scope !== 'wsib') throw faults.NOT_FOUND('account');
  return { thing: { wsibAccount: number, isValid, from, reportedAt: registryNow.toISOString() }, subject: accountId ?? number };
}

async function recordReport(unit: Unit, accountId: string, onDay: string, { isValid, note }: ReportWsibAccountInput): Promise<void> {
  await lockForFacts(unit, accountId);
  await recordStatement(unit, { accountId, kind: 'WSIB_ACCOUNT_VALID', onDay, isTrue: isValid, note: note ?? null });
}
