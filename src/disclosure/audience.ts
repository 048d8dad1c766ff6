import type { SqlParameters } from '../database/sql-parameters.ts';
import type { Standing } from '../rules/standing/standing.ts';
import { type Asking, isAmongConsented, isConsented, type Recipients, recipientsOf } from './consent.sql.ts';
import { shownStandings, viewerOf } from './viewer-of.ts';

/** The caller as the WHERE clause of a list needs it: which standings of which accounts are visible. */
export interface Audience {
  readonly today: string;
  /** The standings visible for every account; null means all, for a caller who sees every file. */
  readonly known: readonly Standing[] | null;
  /** The organization whose accounts are visible in any standing. */
  readonly organizationId: string | null;
  /** The recipients that a consent may name; null if no consent adds a standing. */
  readonly recipients: Recipients | null;
  /** The standings that a consent to registrations adds. */
  readonly consented: readonly Standing[];
}

// By the caller, who is remembered between requests: to reckon what it may see takes longer than most of a request.
const audiences = new WeakMap<Asking['caller'], Audience>();

/** The audience of a request: `viewerOf` for lists. */
export function audienceOf(context: Asking): Audience {
  const known = audiences.get(context.caller);
  if (known?.today === context.today) return known;
  const made = makeAudience(context);
  audiences.set(context.caller, made);
  return made;
}

function makeAudience(context: Asking): Audience {
  const known = shownStandings(viewerOf(context));
  const all = shownStandings({ ...viewerOf(context), hasRegisteredConsent: true });
  const consented = known && all ? all.filter((standing) => !known.includes(standing)) : [];
  const recipients = consented.length > 0 ? recipientsOf(context) : null;
  return { today: context.today, known, organizationId: context.caller.organizationId, recipients, consented };
}

/** Distinguishes the named statements that `isKnown` makes: their text depends on nothing else of the audience. */
export const audienceName = ({ known, organizationId, recipients }: Audience): string =>
  known === null ? '' : `_k${organizationId === null ? '' : 'o'}${recipients === null ? '' : 'c'}`;

/** The audience of a caller who sees every file, for records that were already shown. */
export const unmasked = ({ today }: Pick<Asking, 'today'>): Audience => ({
  today,
  known: null,
  organizationId: null,
  recipients: null,
  consented: [],
});

/**
 * SQL: whether the standing of a period is visible to the audience; `account` and `period` are the aliases of the account and of the period
 * on the day asked. Null if every standing is visible, so that the statement needs no condition: PostgreSQL plans an EXISTS as a join only
 * if no OR combines it with another condition.
 * For a few accounts, pass `isConsented`, which reads the consents of each; the default reads those of the caller once.
 */
export function isKnown(
  { known, organizationId, recipients, consented }: Audience,
  account: string,
  period: string,
  params: SqlParameters,
  consents: typeof isConsented = isAmongConsented,
): string | null {
  if (known === null) return null;
  const ways = [`${period}.standing = any(${params.add(known)}::text[])`];
  if (organizationId !== null) ways.push(`${account}.organization_id = ${params.add(organizationId)}::uuid`);
  if (recipients !== null) {
    const isAmong = consents(`${account}.id`, 'REGISTERED_STATUS', params.add(recipients.names), params.add(recipients.today));
    const isAnswered = `${period}.standing = any(${params.add(consented)}::text[])`;
    // For a few accounts, consents come first: they are read whatever the standing is, so that an account that merely stands in costs what a hidden one does.
    if (consents === isAmongConsented) ways.push(`${isAnswered} and ${isAmong}`);
    else ways.unshift(`${isAmong} and ${isAnswered}`);
  }
  return `(${ways.join(' or ')})`;
}
