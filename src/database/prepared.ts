import { createHash } from 'node:crypto';

/** A statement that is parsed once on each connection, under its name. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

const digests = new Map<string, string>();

/**
 * Names a statement after what it reads and after its text. Two releases that share a connection, as they do behind a pooler while one
 * replaces the other, would otherwise run each other's text without an error. PostgreSQL keeps 63 characters of a name: `what` has at most 54.
 */
export function prepared(what: string, text: string): PreparedStatement {
  const digest = digests.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 8);
  digests.set(text, digest);
  return { name: `${what}_${digest}`, text };
}

const known = new Map<string, PreparedStatement>();

/** The same of a text that follows from `what`: it is written once. */
export function preparedOnce(what: string, text: () => string): PreparedStatement {
  const made = known.get(what) ?? prepared(what, text());
  known.set(what, made);
  return made;
}
