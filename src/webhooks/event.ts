/** The body of a message, as defined by Standard Webhooks. */
export interface Event {
  /** What happened, from general to specific, such as `change.standing`. */
  readonly type: string;
  /** When it became known (ISO 8601). */
  readonly timestamp: string;
  readonly data: object;
  /** Errors of fields that the owner selected and that failed. */
  readonly errors?: readonly object[];
  /** What the owner selected that is deprecated. */
  readonly extensions?: { readonly deprecated: readonly object[] };
}

/** A change with its place in the feed. */
export interface PlacedEvent {
  readonly position: string;
  readonly event: Event;
}

/** The body as it is signed and sent. */
export const eventText = ({ type, timestamp, data, errors, extensions }: Event): string =>
  JSON.stringify({ type, timestamp, data, errors, extensions });

/** The header webhook-id of a change for an endpoint: always the same, so that a receiver recognizes a repeat. */
export const messageIdOf = (endpointId: string, position: string): string => `msg_${endpointId.replaceAll('-', '')}_${position}`;
