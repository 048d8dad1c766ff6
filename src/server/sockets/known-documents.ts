import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { faults } from '../../errors.ts';
import { coded } from '../errors/shown-errors.ts';
import { mostTokens } from '../limits/limits.ts';

/** What a text was read as. */
export interface ReadDocument {
  /** Missing if the text could not be parsed. */
  readonly document?: DocumentNode;
  /** Stands for the text; one that was forgotten and sent again has another. */
  readonly number: number;
  readonly errors: readonly GraphQLError[];
}

/** Most subscribers send the text of one of a few clients. */
const MOST_KNOWN = 100;

/** Characters of the longest text that is kept: several times what our clients send. */
const LONGEST_KNOWN = 10_000;

/** The documents of subscriptions, parsed and validated once: of thousands of subscribers, each would keep a copy as long as it listens. */
export class KnownDocuments {
  private readonly schema: GraphQLSchema;
  private readonly known = new LRUCache<string, ReadDocument>({ max: MOST_KNOWN });
  private last = 0;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** Only what has no errors is kept. Throws a Fault for what is no text. */
  read(query: string): ReadDocument {
    const known = this.known.get(query);
    if (known) return known;
    this.last += 1;
    const read = { ...this.readAnew(query), number: this.last };
    if (read.errors.length === 0 && query.length <= LONGEST_KNOWN) this.known.set(query, read);
    return read;
  }

  private readAnew(query: string): Omit<ReadDocument, 'number'> {
    const document = parsed(query);
    if (document instanceof GraphQLError) return { errors: [document] };
    const errors = validate(this.schema, document, undefined, { maxErrors: 5 });
    return { document, errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) };
  }
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: mostTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw faults.BAD_REQUEST('The query must be text.');
  }
}
