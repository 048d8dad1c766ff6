import type { DataSource, EntityManager } from 'typeorm';
import { storedPeriodColumns } from '../accounts/period-columns.ts';
import { publishedHeads, publishHead } from '../chain/heads.ts';
import { cursorOf } from '../changes/cursor.ts';
import { SqlParameters } from '../database/sql-parameters.ts';
import { audienceOf, isKnown } from '../disclosure/audience.ts';
import { stampChanges } from '../outbox/sequencer.ts';
import type { Day } from '../rules/calendar.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { anyone, type EntryRow, entryOf, writings } from './entry.ts';
import { ListParts } from './list-parts.ts';
import { type ListHead, type ListManifest, listForms, PUBLIC_LIST_TYPE } from './public-list-type.ts';

/** What to make a list from. */
export interface ListRequest {
  readonly today: Day;
  /** Null where nothing is signed. */
  readonly keys: SigningKeys | null;
  /** Whether there is to be one if the day has one already. */
  readonly further: boolean;
}

/**
 * Makes the public list of the day, as anyone may see it at one moment; null if the day has one and no further one is asked for. What becomes known
 * later comes in the feed after the position of the list.
 */
export async function makePublicList(source: DataSource, request: ListRequest): Promise<ListManifest | null> {
  await stampChanges(source);
  await publishHead(source, request.today, request.keys);
  return source.transaction('REPEATABLE READ', async (tx) => {
    // Taken before the moment of the snapshot, so that of two lists made at once the second has another name.
    await tx.query('lock table public_list in share row exclusive mode');
    const { made, ...now } = await momentOf(tx, request.today);
    if (made > 0 && !request.further) return null;
    const [chainHead = null] = await publishedHeads(tx, 1);
    const list = made === 0 ? request.today : `${request.today}-${made + 1}`;
    return storeList(tx, request, { list, day: request.today, ...now, chainHead });
  });
}

/** The moment of the snapshot, which this statement takes, and how many lists the day has. */
async function momentOf(
  tx: EntityManager,
  day: Day,
): Promise<Pick<ListHead, 'knownAt' | 'position' | 'synthetic'> & { readonly made: number }> {
  const [now]: { made: number; at: Date; latest: string; synthetic: boolean }[] = await tx.query(
    `select (select count(*)::integer from public_list where day = $1) as made, date_trunc('milliseconds', registry_now()) as at,
       coalesce((select max(position) from change), 0)::text as latest,
       exists (select from registry where kind = 'DEMO') or exists (select from registry_clock where sandbox) as synthetic`,
    [day],
  );
  if (!now) throw new Error('The moment of the list cannot be read.');
  return { made: now.made, knownAt: now.at.toISOString(), position: cursorOf(now.latest), synthetic: now.synthetic };
}

async function storeList(tx: EntityManager, { keys }: ListRequest, head: ListHead): Promise<ListManifest> {
  const files = listForms.map((form) => ({ writing: writings[form], parts: new ListParts(tx, head.list, form) }));
  for (const { writing, parts } of files) await parts.write(writing.begin(head));
  let accounts = 0;
  for await (const rows of entryRows(tx, head.day)) {
    const entries = rows.map(entryOf);
    for (const { writing, parts } of files) await parts.write(entries.map((entry) => writing.line(entry, head)).join(''));
    accounts += rows.length;
  }
  const ended = [];
  for (const { parts } of files) ended.push(await parts.end());
  const manifest = { ...head, accounts, files: ended };
  await tx.query('insert into public_list (name, day, manifest, signed) values ($1, $2, $3, $4)', [
    head.list,
    head.day,
    JSON.stringify(manifest),
    keys?.sign(manifest, PUBLIC_LIST_TYPE) ?? null,
  ]);
  return manifest;
}

/** Rows held at a time. */
const BATCH = 500;

/** The accounts that anyone may see, by the name of their organization, with their period of the day. */
async function* entryRows(tx: EntityManager, day: Day): AsyncGenerator<readonly EntryRow[]> {
  const params = new SqlParameters();
  const on = params.add(day);
  const known = isKnown(audienceOf({ caller: anyone, today: day }), 'a', 'p', params) ?? 'true';
  await tx.query(
    `declare listed no scroll cursor for
     select a.id as "accountId", o.legal_name as "legalName", o.city, ${storedPeriodColumns}
     from account a join organization o on o.id = a.organization_id cross join lateral (
       select * from standing_period where account_id = a.id and valid_from <= ${on}::date order by valid_from desc limit 1
     ) as p
     where ${known} order by folded(o.legal_name) collate "C", a.id`,
    params.values,
  );
  for (;;) {
    const rows: EntryRow[] = await tx.query(`fetch ${BATCH} from listed`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
  }
}
