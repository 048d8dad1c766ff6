/** Why the server closes a socket, besides graphql-ws's own reasons. */
export const closeCodes = {
  /** The server is stopping: connect again. */
  GOING_AWAY: 1001,
  /** Events were not received in time, or the registry is busy: connect again. */
  TRY_AGAIN: 1013,
  /** The key is wrong, expired or revoked. */
  UNAUTHENTICATED: 4401,
  /** The caller has too many sockets. */
  TOO_MANY_SOCKETS: 4429,
} as const;
