import type { Context } from '../contract/context.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import { ANY_BUYER, ConsentRow } from '../database/tables/consent.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { consentableScopes } from '../disclosure/consent.sql.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import type { FaultWords } from '../errors-french.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { lockForFacts } from '../mutations/locked-facts.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Refusal } from '../rules/decision.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { GiveConsentInput, WithdrawConsentInput } from './consent.input.ts';
import { consentInUnit } from './consent.loader.ts';
import type { ConsentSource } from './consent.type.ts';

/** Records a consent: an organization for its own accounts, staff for any. It takes effect at once, on its days. */
export function giveConsent(context: Context, input: GiveConsentInput): Promise<ConsentSource | Refusal> {
  permitConsents(context);
  return perform(context, 'giveConsent', input, (unit) => give(unit, context, input));
}

async function give(unit: Unit, context: Context, input: GiveConsentInput): Promise<Written<ConsentSource>> {
  const { scope, from, to = null, document } = input;
  const fromDay = from ?? unit.today;
  if (to !== null && to < fromDay) throw faults.BAD_USER_INPUT('input.to', 'input.to must not be before the first day.');
  const accountId = await accountNamed(unit, input.account);
  await lockForFacts(unit, accountId);
  await mustBeOpen(unit, context, accountId, 'account');
  const recipient = await recipientNamed(unit, input.recipient);
  const consent = { accountId, recipient, scope, fromDay, toDay: to, document: document.trim(), givenBy: unit.actor };
  const [{ id } = { id: '' }] = (await unit.tx.insert(ConsentRow, { ...consent, kind: 'PERMISSION', givenAt: context.registryNow }))
    .identifiers;
  return { thing: await consentInUnit(unit.tx, String(id)), subject: accountId };
}

/** Withdraws a consent at once: an organization its own, staff any. A consent that is already withdrawn stays as it is. */
export function withdrawConsent(context: Context, input: WithdrawConsentInput): Promise<ConsentSource | Refusal> {
  permitConsents(context);
  return perform(context, 'withdrawConsent', input, (unit) => withdraw(unit, context, input));
}

async function withdraw(unit: Unit, context: Context, input: WithdrawConsentInput): Promise<Written<ConsentSource>> {
  const id = recordId('consent', input.consent, 'Consent');
  const row = await unit.tx.findOne(ConsentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw faults.NOT_FOUND('consent');
  await mustBeOpen(unit, context, row.accountId, 'consent');
  if (row.version !== input.expectedVersion) throw faults.CONFLICT(row.version);
  if (row.withdrawnAt === null) {
    await unit.tx.update(ConsentRow, { id }, { withdrawnAt: context.registryNow, withdrawnBy: unit.actor, version: row.version + 1 });
  }
  return { thing: await consentInUnit(unit.tx, id), subject: row.accountId };
}

function permitConsents({ caller }: Context): void {
  if (!['organization', 'staff', 'admin'].includes(caller.scope)) throw faults.FORBIDDEN('giving or withdrawing consents');
}

/** Another organization's account or consent is not found, as if it did not exist. */
async function mustBeOpen({ tx }: Unit, context: Context, accountId: string, what: FaultWords): Promise<void> {
  const account = await tx.findOneBy(AccountRow, { id: accountId });
  if (!account || !seesWholeFile(viewerOf(context, account))) throw faults.NOT_FOUND(what);
}

/** A recipient in the spelling of its keys: a consent to a name that no holder has would silently have no effect. */
async function recipientNamed({ tx }: Unit, given: string): Promise<string> {
  const name = given.trim().replace(/\s+/g, ' ');
  if (name === ANY_BUYER) return ANY_BUYER;
  const [known]: { holder: string }[] = await tx.query(
    'select holder from api_key where lower(holder) = lower($1) and scope = any($2::text[]) order by created_at limit 1',
    [name, consentableScopes],
  );
  if (known) return known.holder;
  throw faults.BAD_USER_INPUT(
    'input.recipient',
    'input.recipient must be ANY_BUYER or the name of an API key holder, as its keys spell it.',
  );
}
