/** Names of pino's levels, in a width. */
const levels: Readonly<Record<number, string>> = { 10: 'TRACE', 20: 'DEBUG', 30: 'INFO ', 40: 'WARN ', 50: 'ERROR', 60: 'FATAL' };

/** A line of the log for a person at a terminal: the time, the level, the message, then each other value by its name, and a stack below. */
export function readable(line: string): string {
  const entry = parsed(line);
  if (entry === null) return line;
  const { level, time, msg, err, ...rest } = entry;
  const at = new Date(Number(time)).toTimeString().slice(0, 8);
  const values = Object.entries(rest).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const fields = values.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${[at, levels[Number(level)] ?? String(level), ...(msg ? [String(msg)] : []), ...fields].join(' ')}\n${stackOf(err)}`;
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const stackOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'stack' in error ? `  ${String(error.stack).replaceAll('\n', '\n  ')}\n` : '';
