import type { DataSource } from 'typeorm';
import { addDays, type Day } from '../rules/calendar.ts';
import { PART_BYTES } from './list-parts.ts';
import type { ListFile, ListForm, ListManifest } from './public-list-type.ts';

/** Days for which a list is kept: anyone who needs it longer keeps a copy, which its signature proves. */
export const KEPT_DAYS = 92;

type Queried = Pick<DataSource, 'query'>;

/** A list as it is kept, with its signature. */
export interface KeptList extends ListManifest {
  readonly signed: string | null;
}

/** The lists that are kept, the newest first. */
export async function keptLists(source: Queried): Promise<readonly KeptList[]> {
  const rows: Row[] = await source.query(`select manifest, signed from public_list order by day desc, length(name) desc, name desc`);
  return rows.map(listOf);
}

/** A list by its name; null if it is not kept. */
export async function keptList(source: Queried, name: string): Promise<KeptList | null> {
  if (!/^\d{4}-\d{2}-\d{2}(-\d{1,6})?$/.test(name)) return null;
  const [row]: Row[] = await source.query('select manifest, signed from public_list where name = $1', [name]);
  return row ? listOf(row) : null;
}

interface Row {
  readonly manifest: string;
  readonly signed: string | null;
}

function listOf({ manifest, signed }: Row): KeptList {
  // Only makePublicList writes it, and it is never changed.
  const list: ListManifest = JSON.parse(manifest);
  return { ...list, signed };
}

/** The file of a list in a form. */
export const fileIn = ({ list, files }: ListManifest, form: ListForm): ListFile | null =>
  files.find(({ name }) => name === `${list}.${form}`) ?? null;

/** Bytes of a file, both ends included. */
export interface Bytes {
  readonly from: number;
  readonly to: number;
}

/** Reads some bytes of a file, one part at a time. */
export async function* readList(source: Queried, list: string, form: ListForm, { from, to }: Bytes): AsyncGenerator<Buffer> {
  for (let number = Math.floor(from / PART_BYTES); number * PART_BYTES <= to; number += 1) {
    const [part]: { bytes: Buffer }[] = await source.query(
      'select bytes from public_list_part where list = $1 and form = $2 and number = $3',
      [list, form, number],
    );
    if (!part) throw new Error('A part of a public list is missing.');
    const start = number * PART_BYTES;
    yield part.bytes.subarray(Math.max(0, from - start), to - start + 1);
  }
}

/** Removes the lists that are kept no longer. */
export async function removeOldLists(source: Queried, today: Day): Promise<void> {
  await source.query('delete from public_list where day < $1', [addDays(today, -KEPT_DAYS)]);
}
