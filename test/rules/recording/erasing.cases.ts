import type { Refusal } from '../../../src/rules/decision.ts';
import { refuseErasingAuditor } from '../../../src/rules/recording/personal-data.ts';
import { casesOf } from '../case-file.ts';

/** One case of erasing.cases.yaml, as written. */
export interface ErasingCase {
  readonly case: string;
  readonly listed?: readonly { readonly from: string; readonly to?: string }[];
  readonly awaitsReport?: boolean;
  readonly erasedOn?: string;
  readonly on: string;
  readonly refused: readonly string[];
}

export const erasingCases = casesOf<ErasingCase>('recording/erasing.cases.yaml');

export const judgeErasing = ({ listed = [], awaitsReport = false, erasedOn = undefined, on }: ErasingCase): Refusal | null =>
  refuseErasingAuditor(
    { listed: listed.map(({ from, to = undefined }) => ({ from, to: to ?? null })), awaitsReport, erasedOn: erasedOn ?? null },
    on,
  );
