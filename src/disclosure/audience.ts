import type { SqlParameters } from '../database/sql-parameters.ts';
import type { Standing } from '../rules/standing/standing.ts';
import { type Asking, isAmongConsented, type Recipients, recipientsOf } from './consent.sql.ts';
import { shownStandings, viewerOf } from './viewer-of.ts';

/** The caller as the WHERE of a list sees one: which standings may be known of which accounts. */
export interface Audience {
  readonly today: string;
  /** The standings that may be known of every account; null is all, of whoever sees every file. */
  readonly known: readonly Standing[] | null;
  /** The organization whose accounts may be known whatever their standing. */
  readonly organizationId: string | null;
  /** To whom accounts consent; null where no consent adds a standing. */
  readonly recipients: Recipients | null;
  /** The standings that a consent to registrations adds. */
  readonly consented: readonly Standing[];
}

/** The audience of a request: `viewerOf` for lists. */
export function audienceOf(context: Asking): Audience {
  const known = shownStandings(viewerOf(context));
  const all = shownStandings({ ...viewerOf(context), hasRegisteredConsent: true });
  const consented = known && all ? all.filter((standing) => !known.includes(standing)) : [];
  const recipients = consented.length > 0 ? recipientsOf(context) : null;
  return { today: context.today, known, organizationId: context.caller.organizationId, recipients, consented };
}

/** The audience of whoever sees every file, for what was shown already. */
export const everybody = ({ today }: Pick<Asking, 'today'>): Audience => ({
  today,
  known: null,
  organizationId: null,
  recipients: null,
  consented: [],
});

/**
 * SQL: whether the audience may know the standing of a period; `account` and `period` are the aliases of the account and of the period on the day
 * asked. Null where it may know every one, so that a statement need not ask: PostgreSQL plans an EXISTS as a join only where nothing else is asked with an OR.
 */
export function isKnown(
  { known, organizationId, recipients, consented }: Audience,
  account: string,
  period: string,
  params: SqlParameters,
): string | null {
  if (known === null) return null;
  const ways = [`${period}.standing = any(${params.add(known)}::text[])`];
  if (organizationId !== null) ways.push(`${account}.organization_id = ${params.add(organizationId)}::uuid`);
  if (recipients !== null) {
    const isAmong = isAmongConsented(`${account}.id`, 'REGISTERED_STATUS', params.add(recipients.names), params.add(recipients.today));
    ways.push(`${period}.standing = any(${params.add(consented)}::text[]) and ${isAmong}`);
  }
  return `(${ways.join(' or ')})`;
}
