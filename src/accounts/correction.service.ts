import { toGlobalId } from '../contract/global-id.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountDigitsSql, digitsOf, recordedAccount } from '../identifiers/bare-number.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord, lockedRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { organizationNamed } from '../mutations/organization-named.ts';
import { recordIdentityChanges } from '../outbox/record-identity-change.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseWithoutWsibAccount } from '../rules/recording/correcting.ts';
import type { CorrectAccountInput } from './account.input.ts';
import type { AccountSource } from './account.type.ts';

/** An account as a mutation answers it: with its version. */
export interface WrittenAccount extends AccountSource {
  readonly version: number;
}

/** Corrects the number of an account, or the organization that holds it. */
export async function correctAccount(unit: Unit, input: CorrectAccountInput): Promise<Written<WrittenAccount> | Refusal> {
  const organizationId = input.organization ? await organizationNamed(unit, input.organization) : undefined;
  const record = { id: await accountNamed(unit, input.account), expectedVersion: input.expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(AccountRow, { id });
  const { row, facts } = await lockedRecord(unit, 'account', record, find, ({ id }) => id);
  const changes = corrections(row, { wsibAccount: input.wsibAccount && recordedAccount(input.wsibAccount), organizationId });
  const refusal = changes.wsibAccount === null && !input.keepAgainstTheLaw ? refuseWithoutWsibAccount(facts) : null;
  if (refusal) return refusal;
  await refuseTakenNumber(unit, record.id, changes.wsibAccount ?? null);
  await alterRecord(unit, AccountRow, record, changes);
  await recordIdentityChanges(unit, record.id);
  return { thing: writtenAccount({ ...row, ...changes, version: row.version + 1 }), subject: record.id };
}

/**
 * BAD_USER_INPUT if another account holds the number, or one that differs only by letters for digits; `id` is the account that will have it, null for
 * a new one. If two units use the same number at the same time, the second waits here and then finds it taken.
 */
export async function refuseTakenNumber({ tx }: Unit, id: string | null, number: string | null): Promise<void> {
  if (number === null) return;
  const digits = digitsOf(number);
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [digits]);
  const held: { number: string }[] = await tx.query(
    `select wsib_account as number from account where (wsib_account = any($1) or wsib_account ~ '[OIL]' and ${accountDigitsSql('wsib_account')} = $2)
       and id is distinct from $3 order by wsib_account <> $4`,
    [[number, digits], digits, id, number],
  );
  if (held.length === 0) return;
  const message =
    held[0]?.number === number
      ? 'input.wsibAccount must not be the number of another account.'
      : 'input.wsibAccount must not be the number of another account, with O for 0, or I or L for 1.';
  throw faults.BAD_USER_INPUT('input.wsibAccount', message);
}

/** An account as staff are answered. */
export const writtenAccount = ({
  id,
  organizationId,
  wsibAccount: number,
  version,
}: Pick<AccountRow, 'id' | 'organizationId' | 'wsibAccount' | 'version'>): WrittenAccount => ({
  id: toGlobalId('Account', id),
  accountId: id,
  organizationId,
  wsibAccount: number,
  version,
});
