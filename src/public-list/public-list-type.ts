import type { PublishedHead } from '../chain/heads.ts';
import type { Day } from '../rules/calendar.ts';

/** The type of a signed list, in its header. */
export const PUBLIC_LIST_TYPE = 'registry-public-list+jws';

/** What a list says at its head, in the file itself and in what is signed. */
export interface ListHead {
  /** Its day, with a number behind it for a further list of that day. */
  readonly list: string;
  readonly day: Day;
  /** ISO 8601: what was recorded by then is in the list. */
  readonly knownAt: string;
  /** A cursor of the feed: `changes(after:)` continues from the list. */
  readonly position: string;
  /** Whether the firms are invented, as in a demo or a sandbox. */
  readonly synthetic: boolean;
  /** The last published head of the audit chain; null if there is none. */
  readonly chainHead: PublishedHead | null;
}

/** One of the files of a list. */
export interface ListFile {
  /** As at the end of its address. */
  readonly name: string;
  /** Its size. */
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A list as it is signed. */
export interface ListManifest extends ListHead {
  /** How many accounts it has. */
  readonly accounts: number;
  readonly files: readonly ListFile[];
}

/** The forms of a list, by the ending of their files. */
export const listForms = ['jsonl', 'csv'] as const;
export type ListForm = (typeof listForms)[number];
