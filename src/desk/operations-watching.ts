import type { Operation } from './api.ts';

/** A watch list of the reader’s key. */
export interface OwnWatchList {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** The watch lists of the reader’s key. */
export const watchListsOperation: Operation<{ readonly watchLists: readonly OwnWatchList[] }> = {
  text: 'query DeskWatchLists { watchLists { id name version } }',
};

/** Makes a watch list. */
export const createWatchListOperation: Operation<{ readonly createWatchList: { readonly id: string } }> = {
  text: `mutation DeskWatch($input: CreateWatchListInput!) {
  createWatchList(input: $input) { ... on WatchList { id } ... on Refused { code } }
}`,
};

/** Adds firms to a watch list. */
export const changeWatchListOperation: Operation<unknown> = {
  text: `mutation DeskWatchMore($input: ChangeWatchListInput!) {
  changeWatchList(input: $input) { ... on WatchList { id } ... on Refused { code } }
}`,
};

/** A daily e-mail of the reader’s key. */
export interface OwnDigest {
  readonly id: string;
  readonly address: string | null;
  readonly watchList: string | null;
  readonly confirmedAt: string | null;
  readonly endedAt: string | null;
  readonly version: number;
}

/** The daily e-mails of the reader’s key. */
export const digestsOperation: Operation<{ readonly emailDigests: readonly OwnDigest[] }> = {
  text: 'query DeskDigests { emailDigests { id address watchList confirmedAt endedAt version } }',
};

/** Asks an address to agree to a daily e-mail. */
export const createDigestOperation: Operation<unknown> = {
  text: `mutation DeskDigest($input: CreateEmailDigestInput!) {
  createEmailDigest(input: $input) { ... on EmailDigest { id } ... on Refused { code } }
}`,
};

/** Ends a daily e-mail. */
export const endDigestOperation: Operation<unknown> = {
  text: `mutation DeskDigestEnd($input: EndEmailDigestInput!) {
  endEmailDigest(input: $input) { ... on EmailDigest { id } ... on Refused { code } }
}`,
};
