import type { DataSource } from 'typeorm';
import type { Day } from '../rules/calendar.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import type { KeptHead } from './verify.ts';

/** The type of a signed head, in its header. */
export const HEAD_TYPE = 'registry-head+jws';

/** The head of the chain on a day, which anyone may keep. */
export interface PublishedHead {
  readonly day: Day;
  /** The number of links it covers. */
  readonly position: number;
  /** Hexadecimal. */
  readonly head: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** A JSON Web Signature of the rest; null if the registry has no signing key. */
  readonly signed: string | null;
}

/** Publishes today's head, once; false if there is nothing new to publish. */
export async function publishHead(source: DataSource, today: Day, keys: SigningKeys | null): Promise<boolean> {
  const [last]: { position: string; head: Buffer; now: Date }[] = await source.query(
    `select position, head, date_trunc('milliseconds', registry_now()) as now from chain_link
     where not exists (select from chain_head where day = $1) order by position desc limit 1`,
    [today],
  );
  if (!last) return false;
  const told = { day: today, position: Number(last.position), head: last.head.toString('hex'), publishedAt: last.now.toISOString() };
  const signed = keys?.sign(told, HEAD_TYPE) ?? null;
  await source.query(
    'insert into chain_head (day, position, head, published_at, signed) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [today, last.position, last.head, last.now, signed],
  );
  return true;
}

/** The published heads, the newest first. */
export async function publishedHeads(source: Pick<DataSource, 'query'>, most = 400): Promise<PublishedHead[]> {
  const rows: { day: Day; position: string; head: string; at: Date; signed: string | null }[] = await source.query(
    `select day, position, encode(head, 'hex') as head, published_at as at, signed from chain_head order by day desc limit $1`,
    [most],
  );
  return rows.map(({ day, position, head, at, signed }) => ({
    day,
    position: Number(position),
    head,
    publishedAt: at.toISOString(),
    signed,
  }));
}

/** The heads that the database itself keeps, for a verification. */
export async function keptHeads(source: Pick<DataSource, 'query'>): Promise<KeptHead[]> {
  const rows: { position: string; head: Buffer }[] = await source.query('select position, head from chain_head order by position');
  return rows.map(({ position, head }) => ({ position: Number(position), head }));
}

/** Reads a head kept outside: `<position>:<64 hexadecimal digits>`, or a signed head. Throws if it is neither. */
export async function readKeptHead(text: string, keys: SigningKeys | null): Promise<KeptHead> {
  const [, position, digits] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (position && digits) return { position: Number(position), head: Buffer.from(digits, 'hex') };
  if (!keys) throw new Error('There is no signing key by which to check a signed head.');
  const told = keys.verify(text.trim(), HEAD_TYPE);
  if (!Number.isSafeInteger(told.position) || typeof told.head !== 'string') throw new Error('It is no head of the chain.');
  return { position: Number(told.position), head: Buffer.from(told.head, 'hex') };
}
