/** What an import or an export is at; each phase counts its own unit: bytes, checks, files, accounts, places in the feed. */
export type Phase = 'reading' | 'checking' | 'merging' | 'timelines' | 'writing' | 'accounts' | 'changes';

/** How far a phase is. While reading, `rows` tells how many rows were read. */
export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  readonly rows?: number;
}

export type OnProgress = (progress: Progress) => void;
