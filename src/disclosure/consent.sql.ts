import { ANY_BUYER, type ConsentScope } from '../database/tables/consent.table.ts';
import type { Day } from '../rules/calendar.ts';
import type { Scope } from '../rules/standing/disclosure.ts';

/** The recipients that a consent to a caller may name, and the day of the request: a withdrawal takes effect at once. */
export interface Recipients {
  readonly names: readonly string[];
  readonly today: Day;
}

/** The callers to whom an account can consent. Staff need none, an organization has its own file, and the public has no name. */
export const consentableScopes: readonly Scope[] = ['buyer', 'sose', 'wsib', 'ministry', 'association'];

/**
 * The recipients that a consent to the caller may name; null for a caller to whom nobody can consent, so that no statement looks for one.
 */
export function recipientsOf({ caller, today }: Asking): Recipients | null {
  const { scope, holder } = caller;
  if (holder === null || !consentableScopes.includes(scope)) return null;
  return { names: scope === 'buyer' ? [holder, ANY_BUYER] : [holder], today };
}

/** The part of `Context` that a statement needs. */
export interface Asking {
  readonly caller: { readonly scope: Scope; readonly holder: string | null; readonly organizationId: string | null };
  readonly today: Day;
}

/** SQL: what a consent is like that has effect; `names` and `day` are the parameters that hold `Recipients`. */
export const effectiveConsent = (scope: ConsentScope, names: string, day: string): string =>
  `consent.scope = '${scope}' and consent.recipient = any(${names}::text[]) and consent.withdrawn_at is null
    and consent.from_day <= ${day}::date and (consent.to_day is null or consent.to_day >= ${day}::date)`;

/** SQL: whether an account consents; `account` is the expression of its id. */
export const isConsented = (account: string, scope: ConsentScope, names: string, day: string): string =>
  `exists (select from consent where consent.account_id = ${account} and ${effectiveConsent(scope, names, day)})`;

/** Like `isConsented`, over many accounts: PostgreSQL then reads the consents once. */
export const isAmongConsented = (account: string, scope: ConsentScope, names: string, day: string): string =>
  `${account} in (select consent.account_id from consent where ${effectiveConsent(scope, names, day)})`;
