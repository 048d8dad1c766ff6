import type { ClientBase, Pool } from 'pg';
import type { PreparedStatement } from './prepared.ts';
import { shapeOf } from './shape.ts';

/**
 * The rows of a named statement, all of one shape. pg adds the columns of a row one by one to an object, which V8 keeps as a dictionary from about twenty
 * on: it takes eight times as long to make, and each of its properties longer to read.
 */
export async function shapedRows<Row>(
  connection: Pool | ClientBase,
  statement: PreparedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const query = { name: statement.name, text: statement.text, values: [...values], rowMode: 'array' as const };
  const { rows, fields } = await connection.query<unknown[]>(query);
  // The statement selects the columns of a row.
  return rows.map(shapeFor(statement, fields) as MakeRow<Row>);
}

type MakeRow<Row> = (values: readonly unknown[]) => Row;

// By the names of their statements, which follow from the texts.
const shapes = new Map<string, MakeRow<unknown>>();

function shapeFor({ name: statement }: PreparedStatement, fields: readonly { readonly name: string }[]): MakeRow<unknown> {
  const known = shapes.get(statement);
  if (known) return known;
  // The names are those that our statements give.
  const made = shapeOf(fields.map(({ name }) => name));
  shapes.set(statement, made);
  return made;
}
