import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from '../../config.ts';
import { readable } from './terminal-log.ts';

/** The server's log, on standard output: JSON lines, or readable lines on a terminal. Secrets and values sent by a caller are never logged. */
export type Log = Logger;

/** Lines are buffered for at most a tenth of a second; call `flush` before the process ends. */
export interface OpenLog {
  readonly log: Log;
  /** Writes the lines held back so far, and each later line at once. Call it after the greeting, which comes first. */
  release(): void;
  flush(): void;
}

/** Opens the log at the level of the configuration. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>): OpenLog {
  // Nearly as much as it writes at once: each writing takes as long as the making of several lines.
  const out = destination({ dest: 1, sync: false, minLength: 12_288, periodicFlush: 100 });
  // What is written to a closed pipe (EPIPE) or a closed terminal (EIO) is lost.
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
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
    try {
      out.flushSync();
    } catch {
      // The terminal is closed, and nobody can read these lines.
    }
  };
  return { log: makeLog(logLevel, { write }), release, flush };
}

/** A log to any destination. */
export const makeLog = (level: Config['logLevel'], out: DestinationStream): Log =>
  pino({ level, base: null, serializers: { err: withoutValues } }, out);

/** What a failed statement was given, and what PostgreSQL says of the row: names of firms and people may be among them. */
const values: ReadonlySet<string> = new Set(['parameters', 'detail', 'where', 'driverError']);

/** An error without values of a statement; its text, which has placeholders for them, stays. */
const withoutValues = (error: unknown): unknown =>
  error instanceof Error ? Object.fromEntries(Object.entries(stdSerializers.err(error)).filter(([name]) => !values.has(name))) : error;
