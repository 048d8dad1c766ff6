import type { Evidence } from '../rules/sose/criterion.ts';
import { soseEligibility } from '../rules/sose/sose.ts';
import { referenceOf } from '../sose/applicant.facts.ts';
import type { SoseAssessmentSource } from '../sose/sose-assessment.type.ts';
import { isSupposed } from './supposed-facts.ts';
import type { OutlookSource } from './what-if.type.ts';

/** Eligibility under SOSE for an application on the day of an outlook, from what is on record or supposed; null without a WSIB account. */
export function soseOutlook({ sose, on }: Pick<OutlookSource, 'sose' | 'on'>): SoseAssessmentSource | null {
  if (sose === null) return null;
  const { wsibAccount, ...recorded } = sose;
  const { criteria, on: applicationDay, ...assessment } = soseEligibility({ ...nothingBrought, ...recorded }, on);
  return {
    ...assessment,
    ...{ applicationDay, wsibAccount, judgesRecord: true, brought: [] },
    criteria: criteria.map((criterion) => ({ ...criterion, evidence: criterion.evidence.map(shownEvidence) })),
  };
}

/** Facts held by others are not known here: they come with a question to `soseEligibility`. */
const nothingBrought = { systems: [], convictions: null, prosecutionUnderWay: null, workerParticipation: null };

const shownEvidence = (evidence: Evidence) => ({
  kind: evidence.kind,
  reference: isSupposed(evidence.key) ? evidence.key : referenceOf(evidence),
  on: evidence.on,
  broughtBy: evidence.broughtBy,
});
