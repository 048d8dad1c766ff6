import type { EntityManager } from 'typeorm';
import type { Form } from './digest.ts';

/** Rows that the chain does not cover. */
export interface Unlinked {
  readonly rows: readonly { readonly source: string; readonly rowId: string }[];
  /** Rows that are waiting for their link; they are not in `rows`. */
  readonly pending: number;
}

const plainName = /^[a-z][a-z0-9_]{0,62}$/;

/** Finds rows that have no link and are not waiting for one: they were entered with the triggers switched off, or their link was removed. */
export async function unlinkedRows(tx: EntityManager, forms: ReadonlyMap<string, Form>): Promise<Unlinked> {
  const [waiting]: { pending: number }[] = await tx.query('select count(*)::integer as pending from chain_pending');
  const sources = [...new Set([...forms.values()].map(({ source }) => source))].filter((source) => plainName.test(source));
  const rows: { source: string; rowId: string }[] = [];
  for (const source of sources) rows.push(...(await tx.query(unlinkedSql(source), [source])));
  return { rows, pending: waiting?.pending ?? 0 };
}

const logs: ReadonlySet<string> = new Set(['audit_log', 'erasure', 'fact_history', 'recording']);

const unlinkedSql = (source: string): string => `
  select $1::text as source, t.id::text as "rowId" from ${source} as t
  where not exists (select from chain_link as l where l.source = $1 and l.row_id = t.id::text and l.version = ${versionOf(source)})
    and not exists (select from chain_pending as p where p.source = $1 and p.row_id = t.id::text and p.version = ${versionOf(source)})
    ${source === 'change' ? 'and t.position is not null' : ''}
  order by t.id`;

const versionOf = (source: string): string => (source === 'change' || logs.has(source) ? '1' : 't.version');
