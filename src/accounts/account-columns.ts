import type { Context } from '../contract/context.ts';
import type { Places } from '../database/places.ts';
import { consentColumns } from '../disclosure/viewer-of.ts';

/** Adds to a select list the columns for what consents of the account `a` allow the caller, with their values. */
export function withConsents(columns: string, context: Context, places: Places): string {
  const consents = consentColumns(context, 'a.id', places.values.length + 1);
  for (const value of consents.values) places.of(value);
  return `${columns}${consents.sql}`;
}
