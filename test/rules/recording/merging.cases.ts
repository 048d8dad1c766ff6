import type { Refusal } from '../../../src/rules/decision.ts';
import { refuseMerging, refuseMergingOrganizations } from '../../../src/rules/recording/merging.ts';
import { casesOf } from '../case-file.ts';

interface CompactAccount {
  readonly number?: string;
  readonly certified?: boolean;
  readonly applied?: boolean;
  /** An organization's business number: then the case is about two organizations. */
  readonly business?: string | null;
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

const organizationOf = ({ business = null }: CompactAccount) => ({ businessNumber: business });

export const judgeMerging = ({ kept, ended }: MergingCase): Refusal | null =>
  kept.business === undefined
    ? refuseMerging(accountOf(kept), accountOf(ended))
    : refuseMergingOrganizations(organizationOf(kept), organizationOf(ended));
