import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Instant } from '../contract/scalars.ts';
import { poolOf } from '../database/data-source.ts';
import type { RecordedRecognition } from '../rules/sose/recognition.ts';
import { firstReplacedAfter } from '../standing/known-then.sql.ts';
import { firstIdAfter } from './recorded-by.ts';

interface AskedThen {
  /** The id under which it is stored. */
  readonly id: string;
  readonly knownAt: Instant;
}

/** what was recorded of recognitions at an instant; null for one that was not recorded yet. One statement, however many. */
export const recognitionThen = (source: DataSource): DataLoader<AskedThen, RecordedRecognition | null, string> =>
  new DataLoader(
    async (asked) => {
      const { rows } = await poolOf(source).query<ThenRow>({
        name: 'recognitions_then',
        text: recognitionsSql,
        values: [asked.map(({ id }) => id), asked.map(({ knownAt }) => knownAt), asked.map(({ knownAt }) => firstIdAfter(knownAt))],
      });
      return rows.map(({ isKnown, ...recognition }) => (isKnown ? recognition : null));
    },
    { cacheKeyFn: ({ id, knownAt }) => `${id} ${knownAt}` },
  );

interface ThenRow extends RecordedRecognition {
  readonly isKnown: boolean;
}

const column = (name: string): string =>
  `case when replaced.was is null then recognition.${name} else (replaced.was->>'${name}')::date end`;

const recognitionsSql = `
  select coalesce(recognition.id < asked.later, false) as "isKnown", coalesce(replaced.was->>'reference', recognition.reference) as reference,
    ${column('granted_on')} as "grantedOn", ${column('from_day')} as "from", ${column('to_day')} as "to", ${column('revoked_on')} as "revokedOn"
  from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) with ordinality as asked (id, known_at, later, place)
  left join sose_recognition as recognition on recognition.id = asked.id
  left join lateral (${firstReplacedAfter('asked.known_at', 'recognition.id')}) as replaced on true
  order by asked.place`;
