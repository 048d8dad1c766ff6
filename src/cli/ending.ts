/** What asks a process to end: the system, Ctrl-C, and a terminal that is closed. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * How far apart, in milliseconds, two signals must be to count as two. The terminal sends Ctrl-C to every process of a command, and npm passes
 * it on to the one it started; a closed terminal and its shell both send SIGHUP.
 */
const APART_MS = 500;

/** Calls back each time the process is asked to end, with how often it has been asked so far. Returns a function that stops listening. */
export function onAskedToEnd(act: (times: number) => void): () => void {
  let times = 0;
  let last = Number.NEGATIVE_INFINITY;
  const count = () => {
    const isRepeated = performance.now() - last < APART_MS;
    last = performance.now();
    if (!isRepeated) act(++times);
  };
  for (const signal of signals) process.on(signal, count);
  return () => {
    for (const signal of signals) process.off(signal, count);
  };
}

/** Lets a process go on when its terminal is closed or the reader of its pipe has gone (`registry keys list | head -3`): what it prints is lost. */
export function goOnUnread(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!isUnread(error)) throw error;
    });
}

/** Whether writing failed because the terminal is closed or the reader of the pipe has gone. */
export const isUnread = ({ code }: NodeJS.ErrnoException): boolean => code === 'EPIPE' || code === 'EIO';
