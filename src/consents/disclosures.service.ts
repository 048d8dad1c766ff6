import { disclosing } from '../account-file/disclosing.loader.ts';
import { Cursors } from '../connection/keyset.ts';
import type { PageArgs } from '../connection/page.args.ts';
import { type Connection, connectionOf, type Page, pageOf } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { OrganizationSource } from '../organizations/organization.type.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { DisclosureSource } from './disclosure.type.ts';

/** Lines of the audit log are numbered in the order in which they were written. */
const cursors = new Cursors('disclosures', (text) => text === '', '\\d{1,19}');

/** The disclosures of an organization's audit facts, the latest first; null to callers who may not see the whole file. */
export async function disclosuresOf(
  context: Context,
  organization: OrganizationSource,
  args: PageArgs,
): Promise<Connection<DisclosureSource> | null> {
  if (!seesWholeFile(viewerOf(context, organization))) return null;
  const page = pageOf(args, cursors, context.caller);
  const found = await read(context, organization.organizationId, page);
  return connectionOf(page, found, ({ id }) => cursors.write({ text: '', id }));
}

async function read(context: Context, organizationId: string, { size, fromBack, after, before }: Page): Promise<DisclosureSource[]> {
  const values = [organizationId, after?.id ?? null, before?.id ?? null, size + 1];
  const { rows } = await context.read((source) => poolOf(source).query<LoggedRow>(disclosuresSql(fromBack ? 'asc' : 'desc'), values));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

type LoggedRow = Omit<DisclosureSource, 'at'> & { readonly at: Date };

const disclosuresSql = (direction: 'asc' | 'desc'): string => `
  select logged.id, logged.at, logged.subject as "accountId", logged.details->>'recipient' as recipient, logged.details->>'consent' as "consentId"
  from audit_log as logged
  where logged.action = '${disclosing}' and logged.subject in (select id::text from account where organization_id = $1)
    and ($2::bigint is null or logged.id < $2) and ($3::bigint is null or logged.id > $3)
  order by logged.id ${direction} limit $4`;
