import { Client } from 'pg';
import type { TestServer } from './server.ts';

/** Where a transaction's connection is cut: at a statement, by its number from 1 or by its text, before or right after it is sent. */
export interface Severing {
  readonly statement: number | string;
  readonly when: 'before' | 'after';
}

/** The result: how many statements the transaction had sent, and whether it was cut. */
export interface Severed {
  readonly sent: readonly string[];
  readonly wasSevered: boolean;
}

/**
 * Does something that runs one transaction on the server's database, and cuts its connection at a statement, as when the process is
 * killed there: PostgreSQL sees its client vanish.
 */
export async function severed({ databaseUrl }: TestServer, { statement, when }: Severing, work: () => Promise<unknown>): Promise<Severed> {
  const database = new URL(databaseUrl).pathname.slice(1);
  const query = Client.prototype.query;
  const sent: string[] = [];
  let writer: Client | null = null;
  let wasSevered = false;
  const sever = (client: Client) => {
    wasSevered = true;
    // pg keeps a client's socket in this field.
    const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
    connection.stream.destroy();
  };
  const isAt = (nth: number, text: string) => (typeof statement === 'number' ? nth === statement : text.includes(statement));
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const isThere = 'database' in this && this.database === database;
    const text = textOf(given[0]);
    if (isThere && text === 'START TRANSACTION') writer ??= this;
    const isNext = this === writer && !wasSevered && isAt(sent.push(text), text);
    if (isNext && when === 'before') sever(this);
    // This does not need to distinguish the overloads of query().
    const result = Reflect.apply(query, this, given);
    // Long enough for the statement to leave this process.
    if (isNext && when === 'after') setImmediate(() => sever(this));
    return result;
  } as typeof query;
  try {
    await work();
    return { sent, wasSevered };
  } finally {
    Client.prototype.query = query;
  }
}

const textOf = (first: unknown): string => {
  if (typeof first === 'string') return first;
  return typeof first === 'object' && first && 'text' in first ? String(first.text) : 'copy';
};
