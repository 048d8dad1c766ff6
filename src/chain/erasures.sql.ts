import type { EntityManager } from 'typeorm';
import type { Reference } from './digest.ts';

/** For each row from which something was erased, the position of its last link; infinite while it waits for the one after the erasure. */
export type Erasures = ReadonlyMap<string, number>;

/** Reads the rows that `erasure` lists, which is itself part of the chain. */
export async function readErasures(tx: EntityManager): Promise<Erasures> {
  const rows: (Reference & { last: string | null; isWaiting: boolean })[] = await tx.query(erasuresSql);
  return new Map(rows.map((row) => [keyOf(row), row.isWaiting ? Number.POSITIVE_INFINITY : Number(row.last ?? 0)]));
}

/** Whether a link is of a row as it was before an erasure: a later link of the same row proves what is left of it. */
export const isLinkedAgain = (erasures: Erasures, reference: Reference, position: number): boolean =>
  position < (erasures.get(keyOf(reference)) ?? 0);

const keyOf = ({ source, rowId, version }: Reference): string => `${source} ${rowId} ${version}`;

const erasuresSql = `
  select e.source, e.row_id as "rowId", e.version, max(l.position) as last, exists (
      select from chain_pending p where p.source = e.source and p.row_id = e.row_id and p.version = e.version
    ) as "isWaiting"
  from erasure e left join chain_link l on l.source = e.source and l.row_id = e.row_id and l.version = e.version
  group by e.source, e.row_id, e.version`;
