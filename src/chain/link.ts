import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { poolOf } from '../database/data-source.ts';
import { readForms, readRows } from './chained-rows.sql.ts';
import { BEGINNING_OF_CHAIN, digestOf, type Form, headAfter, personalDigest, type Reference, type RowText } from './digest.ts';

/** Any number that no one else locks: these are the letters "CHN". */
const CHAIN_LOCK = 0x43_48_4e;

/** How many rows a transaction links: a large import must not hold the lock for minutes. */
const BATCH = 1_000;

/** The outcome of an attempt to link: `BUSY` means that another process is doing it. */
type Linked = { readonly links: number; readonly last: string } | 'BUSY';

/**
 * Links every committed row that is waiting; returns how many. One process does it at a time, after the commit: inside the writing transaction it
 * would make all writers wait for each other. The signal ends it after a batch.
 */
export async function linkPending(source: DataSource, signal?: AbortSignal): Promise<number> {
  let linked = 0;
  // Reading on from the last row keeps a long queue from being read from its beginning again and again. A row may commit after a later one, so
  // that the end is reached only from the beginning.
  let after = '0';
  while (!signal?.aborted && (after !== '0' || (await hasPending(source)))) {
    const done = await linkBatch(source, after);
    if (done === 'BUSY') break;
    linked += done.links;
    after = done.last;
  }
  return linked;
}

/** How long the oldest waiting row has waited for its link, in seconds; 0 if none is waiting. */
export async function chainLag(source: DataSource): Promise<number> {
  const { rows } = await poolOf(source).query<{ lag: number }>(
    'select extract(epoch from clock_timestamp() - noted_at)::float8 as lag from chain_pending order by id limit 1',
  );
  return Math.max(rows[0]?.lag ?? 0, 0);
}

async function hasPending(source: DataSource): Promise<boolean> {
  const { rows } = await poolOf(source).query('select from chain_pending order by id limit 1');
  return rows.length > 0;
}

// The lock is taken in a separate statement, so that the next one sees the last link of its previous holder.
const linkBatch = (source: DataSource, after: string): Promise<Linked> =>
  source.transaction('READ COMMITTED', async (tx) => {
    const [lock]: { taken: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) as taken', [CHAIN_LOCK]);
    if (!lock?.taken) return 'BUSY';
    const waiting = await takeWaiting(tx, after);
    if (waiting.length > 0) await enterLinks(tx, await linksOf(tx, waiting));
    return { links: waiting.length, last: waiting.at(-1)?.id ?? '0' };
  });

async function takeWaiting(tx: EntityManager, after: string): Promise<(Reference & { id: string })[]> {
  const [taken]: [(Reference & { id: string })[], number] = await tx.query(
    `delete from chain_pending where id in (select id from chain_pending where id > $2 order by id limit $1)
     returning id, source, row_id as "rowId", version`,
    [BATCH, after],
  );
  return taken.toSorted((a, b) => Number(a.id) - Number(b.id));
}

interface Link extends Reference {
  readonly position: number;
  readonly form: number;
  readonly digest: Buffer;
  readonly personal: Buffer | null;
  readonly salt: Buffer | null;
  readonly head: Buffer;
}

async function linksOf(tx: EntityManager, references: readonly Reference[]): Promise<Link[]> {
  const [last]: { position: string; head: Buffer }[] = await tx.query(
    'select position, head from chain_link order by position desc limit 1',
  );
  const texts = await textsOf(tx, references);
  let position = Number(last?.position ?? 0);
  let head = last?.head ?? BEGINNING_OF_CHAIN;
  return references.map((reference) => {
    const { form, row } = texts.get(reference) ?? noText(reference);
    const salt = randomBytes(16);
    const personal = personalDigest(row, salt);
    const digest = digestOf(reference, form, row, personal);
    position += 1;
    head = headAfter(head, position, reference, form.form, digest);
    return { ...reference, position, form: form.form, digest, personal, salt: personal && salt, head };
  });
}

interface Text {
  readonly form: Form;
  readonly row: RowText | null;
}

/** A table without a form: none of it is covered, which a verification shows. */
const noText = ({ source }: Reference): Text => ({ form: { source, form: 0, columns: [], personal: [] }, row: null });

async function textsOf(tx: EntityManager, references: readonly Reference[]): Promise<ReadonlyMap<Reference, Text>> {
  const forms = await readForms(tx);
  const texts = new Map<Reference, Text>();
  for (const source of new Set(references.map((each) => each.source))) {
    const form = forms.get(source);
    if (!form) continue;
    const its = references.filter((each) => each.source === source);
    const rows = await readRows(tx, form, its);
    for (const [at, reference] of its.entries()) texts.set(reference, { form, row: rows[at] ?? null });
  }
  return texts;
}

async function enterLinks(tx: EntityManager, links: readonly Link[]): Promise<void> {
  await tx.query(
    `insert into chain_link (position, source, row_id, version, form, digest, personal, head)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::smallint[], $6::bytea[], $7::bytea[], $8::bytea[])`,
    [
      links.map(({ position }) => position),
      links.map(({ source }) => source),
      links.map(({ rowId }) => rowId),
      links.map(({ version }) => version),
      links.map(({ form }) => form),
      links.map(({ digest }) => digest),
      links.map(({ personal }) => personal),
      links.map(({ head }) => head),
    ],
  );
  const salted = links.filter(({ salt }) => salt !== null);
  await tx.query('insert into chain_salt (position, salt) select * from unnest($1::bigint[], $2::bytea[])', [
    salted.map(({ position }) => position),
    salted.map(({ salt }) => salt),
  ]);
}
