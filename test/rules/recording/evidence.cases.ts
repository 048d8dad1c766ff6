import { evidenceObjections, systemObjections } from '../../../src/rules/recording/evidence.ts';
import type { Objection } from '../../../src/rules/recording/objections.ts';
import { casesOf } from '../case-file.ts';

/** One case of evidence.cases.yaml, as written. */
export interface EvidenceCase {
  readonly case: string;
  readonly inPlaceSince?: string | null;
  readonly auditStartsOn?: string;
  readonly createdOn?: string;
  readonly submittedOn?: string;
  readonly refused: readonly string[];
}

export const evidenceCases = casesOf<EvidenceCase>('recording/evidence.cases.yaml');

export function judgeEvidence({ inPlaceSince = null, auditStartsOn, createdOn, submittedOn }: EvidenceCase): readonly Objection[] {
  if (auditStartsOn !== undefined) return systemObjections(inPlaceSince, auditStartsOn);
  return evidenceObjections([{ name: 'Minutes', createdOn: createdOn ?? '' }], submittedOn ?? '');
}
