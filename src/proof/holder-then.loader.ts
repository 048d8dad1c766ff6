import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Instant } from '../contract/scalars.ts';
import { poolOf } from '../database/data-source.ts';
import type { HolderNames } from './holder.ts';

/** An account, and the instant as of which its holder's names are known. */
export interface HolderAsked {
  readonly accountId: string;
  readonly knownAt: Instant;
}

/** what the holder of an account went by as recorded at an instant: also a firm that was merged into another since. */
export const holderNamesThen = (source: DataSource): DataLoader<HolderAsked, HolderNames | null> =>
  new DataLoader(
    async (asked) => {
      const values = [asked.map(({ accountId }) => accountId), asked.map(({ knownAt }) => knownAt)];
      const { rows } = await poolOf(source).query<HolderNames & { readonly at: number }>(namesThen, values);
      const found = new Map(rows.map((row) => [row.at, row]));
      return asked.map((_, at) => found.get(at + 1) ?? null);
    },
    { cache: false },
  );

/** SQL: the oldest of the records of a fact that were replaced after the instant. None if it is as it was then. */
const replaced = (fact: string, id: string): string => `
  select h.version, h.was from fact_history h left join recording as ended on ended.id = h.recording_id
  where h.fact = '${fact}' and h.fact_id = ${id} and coalesce(ended.recorded_at, h.replaced_at) > asked.known_at
  order by h.version limit 1`;

const namesThen = `
  select asked.at::integer, coalesce(known.was->>'legal_name', o.legal_name) as "organizationName",
    case when known.was is null then o.operating_name else known.was->>'operating_name' end as "operatingName",
    case when known.was is null then o.former_names else array(select jsonb_array_elements_text(known.was->'former_names')) end
      || array(
        select h.was->>'legal_name' from fact_history h
        where h.fact = 'organization' and h.fact_id = held.id and (known.version is null or h.version < known.version)
      ) as "formerNames"
  from unnest($1::uuid[], $2::timestamptz[]) with ordinality as asked(account_id, known_at, at)
  left join account a on a.id = asked.account_id
  left join lateral (${replaced('account', 'asked.account_id')}) as moved on true
  cross join lateral (select coalesce((moved.was->>'organization_id')::uuid, a.organization_id) as id) as held
  left join organization o on o.id = held.id
  left join lateral (${replaced('organization', 'held.id')}) as known on true
  where o.id is not null or known.was is not null`;
