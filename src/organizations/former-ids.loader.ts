import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';

/** The global ids of the organizations that were merged into one, by its id. */
export const formerOrganizationIds = (source: DataSource): DataLoader<string, readonly string[]> =>
  formerIds(source, 'organization', 'Organization');

/** The same for accounts. */
export const formerAccountIds = (source: DataSource): DataLoader<string, readonly string[]> => formerIds(source, 'account', 'Account');

const formerIds = (source: DataSource, table: string, type: 'Account' | 'Organization'): DataLoader<string, readonly string[]> =>
  new DataLoader(async (ids) => {
    const { rows } = await poolOf(source).query<{ into: string; id: string }>(
      `select merged_into_id as into, id from ${table} where merged_into_id = any($1::uuid[]) order by id`,
      [ids],
    );
    return ids.map((into) => rows.filter((row) => row.into === into).map(({ id }) => toGlobalId(type, id)));
  });
