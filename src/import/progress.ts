/** The phase of an import or export; each phase counts its own unit: bytes, checks, files, accounts, positions in the feed. */
export type Phase = 'reading' | 'checking' | 'merging' | 'timelines' | 'writing' | 'accounts' | 'changes';

/** How far a phase is. While reading, `rows` is the number of rows read. */
export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  readonly rows?: number;
}

export type OnProgress = (progress: Progress) => void;
