import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from '../../config.ts';

/** The server's log: one JSON line each, to standard output. Values that a caller sent, and secrets, are never given to it. */
export type Log = Logger;

/** Lines are gathered and written together, a tenth of a second late at most; call `flush` before the process ends. */
export interface OpenLog {
  readonly log: Log;
  flush(): void;
}

/** Opens the log at the level of the configuration. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>): OpenLog {
  const out = destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 });
  return { log: makeLog(logLevel, out), flush: () => out.flushSync() };
}

/** A log to any destination. */
export const makeLog = (level: Config['logLevel'], out: DestinationStream): Log => pino({ level, base: null }, out);
