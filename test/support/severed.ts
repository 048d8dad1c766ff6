import { Client } from 'pg';
import type { TestServer } from './server.ts';

/** Where the connection of a transaction is severed: at a statement, by its place from 1 or by its text, before it is sent or as soon as it is. */
export interface Severing {
  readonly statement: number | string;
  readonly when: 'before' | 'after';
}

/** What happened to it: how many statements the transaction had sent, and whether it was severed. */
export interface Severed {
  readonly sent: readonly string[];
  readonly wasSevered: boolean;
}

/**
 * Does something during which one transaction runs on the server's database, and severs its connection at a statement, as when the process is
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
    // pg keeps the socket of a client there.
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
    // The overloads of query() need not be distinguished here.
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
