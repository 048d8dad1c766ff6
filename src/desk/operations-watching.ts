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
export const createWatchListOperation: Operation<unknown> = {
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
