import type { EntityManager } from 'typeorm';
import type { Form, Reference, RowText } from './digest.ts';

const logs: ReadonlySet<string> = new Set(['audit_log', 'change', 'erasure', 'fact_history', 'recording']);

/** Possible names of tables and columns: names come from tables of the database, which may have been altered. */
const plainName = /^[a-z][a-z0-9_]{0,62}$/;

/** Reads rows of one table as text, each at the position of its reference; null for a missing one. For a fact, any version that it ever had. */
export async function readRows(tx: EntityManager, form: Form, references: readonly Reference[]): Promise<(RowText | null)[]> {
  if (!isReadable(form)) return references.map(() => null);
  const rows: (RowText & { isThere: boolean })[] = await tx.query(rowsSql(form), [
    references.map(({ rowId }) => idLike(form, rowId)),
    references.map(({ version }) => version),
  ]);
  return rows.map(({ isThere, ...row }) => (isThere ? row : null));
}

// A reference that cannot be an id finds no row.
const idLike = ({ source }: Form, rowId: string): string => {
  if (logs.has(source)) return /^\d{1,18}$/.test(rowId) ? rowId : '0';
  return /^[0-9a-f-]{36}$/.test(rowId) ? rowId : '00000000-0000-0000-0000-000000000000';
};

const isReadable = ({ source, columns, personal }: Form): boolean =>
  [source, ...columns.map(nameOf), ...personal.map(nameOf)].every((name) => plainName.test(name));

// As JSON, a row reads the same in every PostgreSQL and under all settings, except for instants, which show the session's time zone.
const rowsSql = ({ source, columns, personal }: Form): string => `
  select ${textsOf(columns)} as columns, ${textsOf(personal)} as personal, found.row is not null as "isThere"
  from unnest($1::text[], $2::integer[]) with ordinality as wanted (row_id, version, place)
  left join lateral (${logs.has(source) ? logRow(source) : factRow(source)} limit 1) as found on true
  order by wanted.place`;

const logRow = (source: string): string => `select to_jsonb(t) as row from ${source} as t where t.id = wanted.row_id::bigint`;

const factRow = (source: string): string => `
  select to_jsonb(t) as row from ${source} as t where t.id = wanted.row_id::uuid and t.version = wanted.version
  union all
  select h.was from fact_history as h where h.fact = '${source}' and h.fact_id = wanted.row_id::uuid and h.version = wanted.version`;

const textsOf = (columns: readonly string[]): string => `array[${columns.map(textOf).join(', ')}]::text[]`;

const textOf = (column: string): string => {
  const value = `found.row->>'${nameOf(column)}'`;
  return column.endsWith(INSTANT) ? `to_char((${value})::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : value;
};

const INSTANT = ':instant';

const nameOf = (column: string): string => (column.endsWith(INSTANT) ? column.slice(0, -INSTANT.length) : column);

/** Every form that tables have or had, by table and number. */
export async function readForms(tx: EntityManager): Promise<ReadonlyMap<string, Form>> {
  const forms: Form[] = await tx.query('select source, form, columns, personal from chain_form order by source, form');
  return new Map(forms.flatMap((form) => [[formKey(form), form] as const, [form.source, form] as const]));
}

/** The key of a form in the map of `readForms`; the name of a table alone is the key of its current form. */
export const formKey = ({ source, form }: Pick<Form, 'source' | 'form'>): string => `${source} ${form}`;
