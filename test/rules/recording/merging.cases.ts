import type { Refusal } from '../../../src/rules/decision.ts';
import { refuseMerging } from '../../../src/rules/recording/merging.ts';
import { casesOf } from '../case-file.ts';

interface CompactAccount {
  readonly number?: string;
  readonly certified?: boolean;
  readonly applied?: boolean;
}

/** One case of merging.cases.yaml, as written. */
export interface MergingCase {
  readonly case: string;
  readonly kept: CompactAccount;
  readonly ended: CompactAccount;
  readonly refused: readonly string[];
}

export const mergingCases = casesOf<MergingCase>('recording/merging.cases.yaml');

const accountOf = ({ number = undefined, certified = false, applied = false }: CompactAccount) => ({
  wsibAccount: number ?? null,
  isCertified: certified,
  hasOpenApplication: applied,
});

export const judgeMerging = ({ kept, ended }: MergingCase): Refusal | null => refuseMerging(accountOf(kept), accountOf(ended));
