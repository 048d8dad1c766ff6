import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from '../../config.ts';
import { readable } from './terminal-log.ts';

/** The server's log: one JSON line each, to standard output; on a terminal, lines to be read. Values that a caller sent, and secrets, are never given to it. */
export type Log = Logger;

/** Lines are buffered for at most a tenth of a second; call `flush` before the process ends. */
export interface OpenLog {
  readonly log: Log;
  /** Writes the lines so far, which were held back, and from now on each as it comes: so that none stands before the greeting. */
  release(): void;
  flush(): void;
}

/** Opens the log at the level of the configuration. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>): OpenLog {
  const out = destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 });
  const shown = process.stdout.isTTY ? readable : (line: string) => line;
  let held: string[] | null = [];
  const write = (line: string) => {
    if (held) held.push(shown(line));
    else out.write(shown(line));
  };
  const release = () => {
    for (const line of held ?? []) out.write(line);
    held = null;
  };
  const flush = () => {
    release();
    out.flushSync();
  };
  return { log: makeLog(logLevel, { write }), release, flush };
}

/** A log to any destination. */
export const makeLog = (level: Config['logLevel'], out: DestinationStream): Log => pino({ level, base: null }, out);
