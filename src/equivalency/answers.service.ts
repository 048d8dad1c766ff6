import { logReading } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import type { Day } from '../rules/calendar.ts';
import { grantableNow } from '../rules/equivalency/decision.ts';
import { documentOf } from '../rules/equivalency/equivalency.ts';
import { type RequestState, requestOn } from '../rules/equivalency/request.ts';
import { decodeReasons } from '../standing/reasons.ts';
import type { RequestReview } from './equivalency-request.type.ts';
import type { StoredRequest } from './request.facts.ts';
import type { SeenRequest } from './request.loader.ts';
import type { GrantableSource, RequestDecisionSource } from './request-answers.type.ts';

/** The status of a request on a day; null before it was begun, and while it is a draft for callers who see only its status. */
export function stateOf({ stored, whole }: SeenRequest, on: Day): RequestState | null {
  const state = requestOn(stored.facts, on);
  return whole === null && state?.status === 'DRAFT' ? null : state;
}

/** what a decision on a day could grant. */
export function grantableOf({ facts }: StoredRequest, on: Day): GrantableSource {
  const { outcome: grant, missing, reasons } = grantableNow(facts, on);
  return { grant, on, lastDay: documentOf(facts, grant, on)?.lastDay ?? null, missing, reasons };
}

/** The decision; null if there is none yet. */
export function decisionOf({ row }: StoredRequest): RequestDecisionSource | null {
  const { decidedOn: on, decisionGrant: grant, judgement, decisionReasons, certificateId, biddingDocumentId } = row;
  if (on === null || grant === null || decisionReasons === null) return null;
  return { on, grant, judgement, reasons: decodeReasons(decisionReasons), certificateId, biddingDocumentId };
}

/** The report on the review; each read is logged (G-8.a); null if there is none yet. */
export async function readReview(context: Context, { row }: StoredRequest): Promise<RequestReview | null> {
  const { reviewedOn, leadAuditor, reviewReport } = row;
  if (reviewedOn === null || leadAuditor === null || reviewReport === null) return null;
  const { caller, requestId } = context;
  const act = { action: 'readEquivalencyReview', subject: row.accountId, details: { request: row.id }, requestId };
  await context.primary((source) => logReading(source, actorOf(caller), act));
  return { reportedOn: reviewedOn, leadAuditor, report: reviewReport };
}
