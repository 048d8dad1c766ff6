import { Connection, type ConnectionOptions } from './connection.ts';
import type { TypedDocument } from './document.ts';
import { type FollowOptions, follow } from './follow.ts';
import type { Change } from './types.ts';

/** A registry, as one caller sees it. */
export class RegistryClient {
  private readonly connection: Connection;

  constructor(options: ConnectionOptions) {
    this.connection = new Connection(options);
  }

  /** Sends a query or mutation. It throws a RegistryError for what the registry refuses, a ConnectionError where there is no line. */
  ask<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result> {
    return this.connection.ask(document, variables);
  }

  /** The changes of standing that the caller may know of, each once and in order, for ever; it connects again by itself. */
  follow(options: FollowOptions = {}): AsyncGenerator<Change> {
    return follow(this.connection, options);
  }
}
