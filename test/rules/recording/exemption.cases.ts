import { type ExemptionRequest, refuseExemption } from '../../../src/rules/recording/exemption.ts';
import { casesOf } from '../case-file.ts';

/** One case of exemption.cases.yaml, as written. */
export interface ExemptionCase {
  readonly case: string;
  readonly request: Partial<ExemptionRequest>;
  readonly refused: readonly string[];
}

export const exemptionCases = casesOf<ExemptionCase>('recording/exemption.cases.yaml');

export const judgeExemption = ({ request }: ExemptionCase) =>
  refuseExemption({
    course: 'BASIC_AUDITING_PRINCIPLES',
    requestedOn: '2025-05-10',
    provider: 'CFCSA_MEMBER',
    courseCompletedOn: '2022-05-10',
    evidence: ['TRANSCRIPT', 'COURSE_OUTLINE'],
    ...request,
  });
