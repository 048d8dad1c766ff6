export { RegistryClient } from './client.ts';
export type { ConnectionOptions } from './connection.ts';
export { document, type TypedDocument } from './document.ts';
export { changes, statusChanged, verify, verifyMany } from './documents.ts';
export { ConnectionError, RegistryError } from './errors.ts';
export type { FollowOptions } from './follow.ts';
export type * from './types.ts';
