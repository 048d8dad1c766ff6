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

  /** The changes of standing that are visible to the caller, each once and in order, without end; it reconnects by itself. */
  follow(options: FollowOptions = {}): AsyncGenerator<Change> {
    return follow(this.connection, options);
  }
}
