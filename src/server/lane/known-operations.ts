import { LRUCache } from 'lru-cache';
import type { GuardedOperation } from '../limits/guard.ts';
import type { Variables } from '../limits/operation-cost.ts';
import { type CoerceVariables, variablesOf } from './coercion.ts';
import { compile } from './compile.ts';
import type { Complete } from './completion.ts';

/** A query that was parsed, validated and answered before. */
export class KnownOperation {
  readonly found: Omit<GuardedOperation, 'variables'>;
  /** The media type of its answers. */
  readonly contentType: string;
  private readonly complete: Complete;
  private readonly coerce: CoerceVariables;

  constructor(found: Omit<GuardedOperation, 'variables'>, contentType: string, complete: Complete) {
    this.found = found;
    this.contentType = contentType;
    this.complete = complete;
    this.coerce = variablesOf(found.schema, found.operation);
  }

  /** Its data, or a promise of it. Throws or rejects where the answer would have any error. */
  data(given: Variables, context: object): unknown {
    return this.complete({}, { context, variables: this.coerce(given), calls: [] });
  }
}

/** The body of a request that asks for nothing besides the answer to its query. */
export interface PlainBody {
  readonly query: string;
  readonly variables: Variables;
  readonly operationName: string | null;
}

/** Queries kept at once: an application has some dozens. */
const MOST_KNOWN = 500;

/** Characters of the longest query that is kept. */
const LONGEST = 10_000;

/** The hot queries that were answered without an error, by their text and the media types that their caller accepts. */
export class KnownOperations {
  private readonly known = new LRUCache<string, KnownOperation>({ max: MOST_KNOWN });

  /** The operation of a body; null for one that is not known. */
  of({ query, operationName }: PlainBody, accept: string | undefined): KnownOperation | null {
    const known = this.known.get(keyOf(query, accept));
    if (!known) return null;
    return operationName === null || operationName === known.found.operation.name?.value ? known : null;
  }

  /** Keeps an operation that was answered without an error, if its document has no other and all its fields are hot. */
  learn({ query }: PlainBody, accept: string | undefined, found: GuardedOperation, contentType: string): void {
    if (query.length > LONGEST || (accept ?? '').length > LONGEST) return;
    if (found.document.definitions.filter(({ kind }) => kind === found.operation.kind).length > 1) return;
    const { schema, document, operation } = found;
    const complete = compile(found);
    if (complete) this.known.set(keyOf(query, accept), new KnownOperation({ schema, document, operation }, contentType, complete));
  }

  /** Drops an operation that failed, so that its next request is not carried out twice as well. */
  forget({ query }: PlainBody, accept: string | undefined): void {
    this.known.delete(keyOf(query, accept));
  }
}

const keyOf = (query: string, accept = ''): string => `${accept}\n${query}`;

/** The body as far as it is plain; null for any other, such as one with extensions. */
export function plainBody(body: unknown): PlainBody | null {
  if (!isRecord(body) || typeof body.query !== 'string') return null;
  const { query, variables = null, operationName = null, extensions = null } = body;
  if (extensions !== null || !(variables === null || isRecord(variables))) return null;
  if (!(operationName === null || typeof operationName === 'string')) return null;
  return { query, variables: variables ?? {}, operationName };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
