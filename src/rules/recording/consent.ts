import type { Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import { objection, refusalOf } from './objections.ts';

/** why an application to SOSE may not be recorded as a consent; null if it may. What the organization withdrew stays withdrawn. */
export const refuseApplication = (withdrawnOn: Day | null): Refusal | null =>
  refusalOf(withdrawnOn === null ? [] : [objection('CONSENT_WITHDRAWN', 'R-28', because('refused-consent-withdrawn', { withdrawnOn }))]);
