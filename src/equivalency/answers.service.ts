import { logReading } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import type { Day } from '../rules/calendar.ts';
import { documentOf, mayGrant } from '../rules/equivalency/equivalency.ts';
import { type RequestState, requestOn } from '../rules/equivalency/request.ts';
import { decodeReasons } from '../standing/reasons.ts';
import type { RequestReview } from './equivalency-request.type.ts';
import type { StoredRequest } from './request.facts.ts';
import type { SeenRequest } from './request.loader.ts';
import type { GrantableSource, RequestDecisionSource } from './request-answers.type.ts';

/** Where a request stands on a day; null before it was begun, and while it is a draft to who sees no more than where it stands. */
export function stateOf({ stored, whole }: SeenRequest, on: Day): RequestState | null {
  const state = requestOn(stored.facts, on);
  return whole === null && state?.status === 'DRAFT' ? null : state;
}

/** what may be granted on a day. */
export function grantableOf({ facts }: StoredRequest, on: Day): GrantableSource {
  const { outcome: grant, missing, reasons } = mayGrant(facts, on);
  return { grant, on, lastDay: documentOf(facts, grant, on)?.lastDay ?? null, missing, reasons };
}

/** What was decided; null while nothing is. */
export function decisionOf({ row }: StoredRequest): RequestDecisionSource | null {
  const { decidedOn: on, decisionGrant: grant, judgement, decisionReasons, certificateId, biddingDocumentId } = row;
  if (on === null || grant === null || decisionReasons === null) return null;
  return { on, grant, judgement, reasons: decodeReasons(decisionReasons), certificateId, biddingDocumentId };
}

/** The report on the review, each reading of which is logged (G-8.a); null while there is none. */
export async function readReview(context: Context, { row }: StoredRequest): Promise<RequestReview | null> {
  const { reviewedOn, leadAuditor, reviewReport } = row;
  if (reviewedOn === null || leadAuditor === null || reviewReport === null) return null;
  const { caller, requestId } = context;
  const act = { action: 'readEquivalencyReview', subject: row.accountId, details: { request: row.id }, requestId };
  await context.primary((source) => logReading(source, actorOf(caller), act));
  return { reportedOn: reviewedOn, leadAuditor, report: reviewReport };
}
