import type { Reason, Refusal } from '../../../src/rules/decision.ts';
import { type ReviewClock, reviewClock } from '../../../src/rules/equivalency/clock.ts';
import { checklistOn } from '../../../src/rules/equivalency/documents.ts';
import { type RequestStep, refuseStep } from '../../../src/rules/equivalency/request.ts';
import { casesOf } from '../case-file.ts';
import { type CompactRequest, requestOf } from './equivalency.cases.ts';

/** One case of equivalency-request.cases.yaml, as written. */
export interface RequestCase {
  readonly case: string;
  readonly facts: CompactRequest;
  readonly on: string;
  readonly status?: string | null;
  readonly since?: string;
  readonly lastDay?: string;
  readonly missing?: readonly string[];
  readonly complete?: string | null;
  readonly clock?: Partial<ReviewClock>;
  readonly step?: RequestStep;
  readonly may?: readonly RequestStep[];
  readonly refused?: readonly string[];
  readonly code?: string;
}

export const requestCases = casesOf<RequestCase>('equivalency/equivalency-request.cases.yaml');

/** What the law says about the step of a case. */
export const refusalOfStep = ({ facts, on, step }: RequestCase): Refusal | null => (step ? refuseStep(requestOf(facts), step, on) : null);

/** Everything reported by the answers to a case. */
export const requestReasonsOf = (one: RequestCase): readonly Reason[] => {
  const facts = requestOf(one.facts);
  const checklist = checklistOn(facts, one.on).map(({ reason }) => reason);
  return [...checklist, ...reviewClock(facts, one.on).reasons, ...(refusalOfStep(one)?.reasons ?? [])];
};
