import { jest } from '@jest/globals';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';

// What PostgreSQL touches to answer a request: each index and table it reads, how often, with how many rows and pages.

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** What is sent to PostgreSQL while `send` runs, without the timers of servers. */
export async function statementsOf(send: () => Promise<unknown>): Promise<readonly Statement[]> {
  const sent = jest.spyOn(Client.prototype, 'query');
  await send();
  // A call has either a text and its values, or one object with both.
  const statements = sent.mock.calls.map(([first, second]: readonly unknown[]) => statementIn(first, second));
  sent.mockRestore();
  return statements.filter(({ text }) => !/\bfrom migration\b|^select pg_is_in_recovery\b|^\s*with relation as \(/.test(text));
}

function statementIn(first: unknown, second: unknown): Statement {
  const given = typeof first === 'object' && first !== null ? first : { text: first, values: second };
  const [text, values] = ['text' in given ? given.text : '', 'values' in given ? given.values : []];
  return { text: String(text), values: Array.isArray(values) ? values : [] };
}

/** A node of a plan as EXPLAIN (FORMAT JSON) writes it, as far as it is read here. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Heap Fetches'?: number;
  readonly Output?: readonly string[];
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * One line for each scan of a SELECT, and the text of any other statement. Indexes are preferred, as they are in a registry of more than a few accounts. The tables must have been
 * vacuumed: otherwise PostgreSQL reads the row beside what an index has, to see whether it is still there.
 */
export const touchedBy = (source: DataSource, statements: readonly Statement[]): Promise<readonly string[]> =>
  source.transaction(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    const lines: string[] = [];
    for (const { text, values } of statements) {
      if (!/^\s*(?:select|with)\b/i.test(text)) {
        lines.push(text);
        continue;
      }
      const explain = () => tx.query(`explain (analyze, buffers, verbose, timing off, format json) ${text}`, values);
      await explain(); // The first time it also reads the catalogue.
      const [{ 'QUERY PLAN': plans }]: [{ 'QUERY PLAN': [{ Plan: PlanNode }] }] = await explain();
      lines.push(...scansIn(plans[0].Plan));
    }
    return lines;
  });

function scansIn(node: PlanNode): readonly string[] {
  const { 'Actual Rows': rows, 'Actual Loops': loops } = node;
  const name = node['Index Name'] ?? node['Relation Name'];
  const below = (node.Plans ?? []).flatMap(scansIn);
  if (name === undefined) return [...passedOn(node), ...below];
  const pages = node['Shared Hit Blocks'] + node['Shared Read Blocks'];
  // An index that has all that is asked for: a row that is found costs the page of visible rows, once for the whole scan, and nothing else.
  if (node['Node Type'] === 'Index Only Scan') {
    return [`${name}: ${loops} times, ${node['Heap Fetches']} rows of the table, ${pages - (rows > 0 ? 1 : 0)} pages`, ...below];
  }
  return [`${name}: ${loops} times, ${Math.round(rows * loops)} rows, ${pages} pages`, ...below];
}

/**
 * What is copied of the rest of a period, which is longer for a visible account: a row that is dropped later would show in its time whether it was a hidden
 * account's or one that stood in. A scan only points to the row, and nodes that join the answer to its instants have one row in any case.
 */
const passedOn = ({ Output: output = [], 'Actual Rows': rows, 'Node Type': type }: PlanNode): readonly string[] =>
  rows > 0 && /^(?:Limit|Memoize|Subquery Scan)$/.test(type) && output.some((column) => column.endsWith('certificate_number'))
    ? [`${type}: a whole period`]
    : [];
