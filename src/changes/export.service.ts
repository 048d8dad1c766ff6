import type { DataSource } from 'typeorm';
import { accountColumns } from '../accounts/account.loader.ts';
import { publishedHeads } from '../chain/heads.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { poolOf } from '../database/data-source.ts';
import { SqlParameters } from '../database/sql-parameters.ts';
import { audienceOf, isKnown } from '../disclosure/audience.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { stampChanges } from '../outbox/sequencer.ts';
import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { criteriaOf } from './change-criteria.ts';
import { BEFORE_ALL, cursorOf } from './cursor.ts';
import { accountLine, changeLine, type ExportedAccount, type ExportedLine } from './exported.ts';
import { latestPosition, readChanges } from './feed.ts';

/** What to export: the public view or everything; optionally the changes too, from the first. */
export interface ExportRequest {
  readonly scope: 'public' | 'admin';
  readonly withChanges: boolean;
  readonly today: Day;
  /** The language of what the reasons say. */
  readonly locale: Locale;
  readonly onProgress: (done: ExportProgress) => void;
}

/** Progress of an export: in accounts, or in positions of the feed. */
export interface ExportProgress {
  readonly phase: 'accounts' | 'changes';
  readonly done: number;
  readonly total: number;
}

/** Lines per statement. */
const BATCH = 500;

/**
 * The lines of an export: first the place in the feed to continue from, with the last published head of the audit chain (null if there is none), then the
 * accounts as of the day, then the changes up to that place if wanted. What becomes known during the export may already show in an account, and comes again
 * after that place.
 */
export async function* exportLines(source: DataSource, request: ExportRequest): AsyncGenerator<ExportedLine> {
  const { scope, today, withChanges } = request;
  await stampChanges(source);
  const latest = await latestPosition(source);
  // Everyone who keeps the file keeps a head of the chain, by which altered rows are found later.
  const [chainHead = null] = await publishedHeads(source, 1);
  yield { type: 'snapshot', scope: scope === 'public' ? 'PUBLIC' : 'ADMIN', on: today, position: cursorOf(latest), chainHead };
  const caller = { scope, holder: null, organizationId: null };
  yield* accounts(source, { caller, today }, request);
  if (withChanges) yield* changes(source, { caller, today }, latest, request);
}

/** The caller, when there is no API key. */
interface Reader extends Asking {
  readonly caller: Omit<Caller, 'keyId'>;
}

async function* accounts(source: DataSource, reader: Reader, { locale, onProgress }: ExportRequest): AsyncGenerator<ExportedLine> {
  const [counted]: { total: number }[] = await source.query('select count(*)::integer as total from account');
  const total = counted?.total ?? 0;
  let done = 0;
  for (let after = firstId; ; ) {
    const rows = await accountsAfter(source, reader, after);
    for (const { isKnown, ...row } of rows) if (isKnown) yield accountLine(viewerOf(reader, row), row, locale);
    done += rows.length;
    onProgress({ phase: 'accounts', done, total: Math.max(total, done) });
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.accountId;
  }
}

const firstId = '00000000-0000-0000-0000-000000000000';

type Row = ExportedAccount & { readonly isKnown: boolean };

async function accountsAfter(source: DataSource, reader: Reader, after: string): Promise<readonly Row[]> {
  const params = new SqlParameters();
  const [day, id, limit] = [reader.today, after, BATCH].map((value) => params.add(value));
  const text = `
    select ${accountColumns}, o.legal_name as "legalName", o.operating_name as "operatingName", o.city,
      ${isKnown(audienceOf(reader), 'a', 'p', params) ?? 'true'} as "isKnown"
    from account a join organization o on o.id = a.organization_id cross join lateral (
      select * from standing_period where account_id = a.id and valid_from <= ${day} order by valid_from desc limit 1
    ) as p
    where a.id > ${id} order by a.id limit ${limit}`;
  const { rows } = await poolOf(source).query<Row>(text, params.values);
  return rows;
}

async function* changes(
  source: DataSource,
  reader: Reader,
  latest: string,
  { locale, onProgress }: ExportRequest,
): AsyncGenerator<ExportedLine> {
  const criteria = criteriaOf(null, reader.caller);
  const isBefore = (position: string) => BigInt(position) <= BigInt(latest);
  for (let after = BEFORE_ALL; BigInt(after) < BigInt(latest); ) {
    const page = await readChanges(source, reader, { after, first: BATCH, criteria });
    for (const change of page.changes) if (isBefore(change.position)) yield changeLine(change, locale);
    after = page.position;
    onProgress({ phase: 'changes', done: Math.min(Number(after), Number(latest)), total: Number(latest) });
  }
}
