import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { toGlobalId } from '../../src/contract/global-id.ts';
import type { Scope } from '../../src/database/tables/api-key.table.ts';
import { createKey } from '../../src/keys/keys.ts';
import type { Target } from './fuzz.ts';
import type { Known } from './values.ts';

const scopes: readonly Scope[] = ['buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin'];

/** What is fuzzed: an invented registry, and the API at a URL. */
export async function targetAt(url: string, schema: GraphQLSchema, source: DataSource): Promise<Target> {
  const hidden = () => hiddenNames(source);
  const areHidden = async (secrets: readonly string[]) => {
    const now = new Set(await hidden());
    return secrets.filter((each) => now.has(each));
  };
  return { url, schema, known: await knownOf(source), keys: await keysForAll(source), secrets: await hidden(), areHidden };
}

/** A key for every scope, and null for the public. */
async function keysForAll(source: DataSource): Promise<Record<string, string | null>> {
  const [organization]: { id: string }[] = await source.query('select organization_id as id from account order by reference limit 1');
  const keys: Record<string, string | null> = { public: null };
  for (const scope of scopes) {
    const organizationId = scope === 'organization' ? (organization?.id ?? null) : null;
    keys[scope] = (await createKey(source.manager, { scope, holder: `Fuzz ${scope}`, organizationId })).key;
  }
  return keys;
}

/** Values that are on record. */
async function knownOf(source: DataSource): Promise<Known> {
  const column = async (sql: string): Promise<string[]> => {
    const rows: { value: string }[] = await source.query(sql);
    return rows.map(({ value }) => value);
  };
  const ids = async (type: Parameters<typeof toGlobalId>[0], table: string) =>
    (await column(`select id::text as value from ${table} order by id limit 40`)).map((id) => toGlobalId(type, id));
  return {
    wsibAccount: await column('select wsib_account as value from account where wsib_account is not null order by 1 limit 100'),
    number: await column('select number as value from certificate order by 1 limit 100'),
    id: [
      ...(await ids('Account', 'account')),
      ...(await ids('Organization', 'organization')),
      ...(await ids('Certificate', 'certificate')),
    ],
    name: await column(
      'select legal_name as value from organization where exists (select from certificate c join account a on a.id = c.account_id where a.organization_id = organization.id) order by 1 limit 40',
    ),
    businessNumber: await column('select business_number as value from organization where business_number is not null order by 1 limit 40'),
    city: await column('select distinct city as value from organization where city is not null order by 1 limit 20'),
  };
}

/** Names of organizations never certified on any day, the future included: not visible to anyone without a key. */
async function hiddenNames(source: DataSource): Promise<string[]> {
  const rows: { value: string }[] = await source.query(`
    select legal_name as value from organization o
    where not exists (
      select from account a left join standing_period p on p.account_id = a.id
      where a.organization_id = o.id and (p.standing in ('CERTIFIED', 'PENDING') or exists (select from bidding_document b where b.account_id = a.id)))`);
  return rows.map(({ value }) => value);
}
