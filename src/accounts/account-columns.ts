import type { Context } from '../contract/context.ts';
import type { SqlParameters } from '../database/sql-parameters.ts';
import { consentColumns } from '../disclosure/viewer-of.ts';

/** Adds to a select list the columns for what the consents of account `a` allow the caller, with their values. */
export function withConsents(columns: string, context: Context, params: SqlParameters): string {
  const consents = consentColumns(context, 'a.id', params.values.length + 1);
  for (const value of consents.values) params.add(value);
  return `${columns}${consents.sql}`;
}
