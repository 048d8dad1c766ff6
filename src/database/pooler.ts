import { Client, type ClientConfig } from 'pg';
import { LIKE_ENOUGH } from './data-source.ts';

/** A connection as it was found: which process of PostgreSQL serves it, and whether it has the settings with which it was opened. */
export interface FoundConnection {
  readonly pid: number;
  readonly similarity: string | null;
  readonly zone: string;
  readonly style: string;
  /** The major version of the server. */
  readonly version: number;
  /** 1 if the server is a standby, which takes no writes; else 0. */
  readonly standby: number;
}

/** What a connection pooler does that the registry cannot work with. */
export type PoolerFault = 'shares connections between transactions' | 'drops the settings of connections';

/** What stands between the registry and PostgreSQL, seen by two connections open at once. Their faults are PostgreSQL’s own. */
export async function foundConnections(config: ClientConfig): Promise<readonly [FoundConnection, FoundConnection]> {
  const clients = [new Client(config), new Client(config)] as const;
  const [first, second] = clients;
  // A failing connection also rejects its pending calls.
  for (const each of clients) each.on('error', () => {});
  try {
    await first.connect();
    const found = await look(first);
    await second.connect();
    return [found, await look(second)];
  } finally {
    await Promise.all(clients.map((each) => each.end().catch(() => {})));
  }
}

/** Why the registry cannot work over connections found so; null if it can. Two that are open at once and have the same process are not its own. */
export function poolerFault([first, second]: readonly [FoundConnection, FoundConnection]): PoolerFault | null {
  if (first.pid === second.pid) return 'shares connections between transactions';
  return [first, second].every(hasOurSettings) ? null : 'drops the settings of connections';
}

const hasOurSettings = ({ similarity, zone, style }: FoundConnection): boolean =>
  Number(similarity) === LIKE_ENOUGH && zone === 'UTC' && style === 'ISO, YMD';

async function look(client: Client): Promise<FoundConnection> {
  const { rows } = await client.query<FoundConnection>(
    `select pg_backend_pid() as pid, current_setting('pg_trgm.word_similarity_threshold', true) as similarity,
       current_setting('TimeZone') as zone, current_setting('DateStyle') as style, current_setting('server_version_num')::int / 10000 as version,
       pg_is_in_recovery()::int as standby`,
  );
  const [row] = rows;
  if (!row) throw new Error('The statement returns one row.');
  return row;
}
