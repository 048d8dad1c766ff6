import type { Day } from '../calendar.ts';
import { because, deciding, found, notFound, type Reason, type Refusal } from '../decision.ts';
import { type Objection, objection, refusalOf } from '../recording/objections.ts';
import { clauseOfKind } from './documents.ts';
import { documentOf, type Grantable, type GrantedDocument, grantsOf, isGrantOf, isMore, mayGrant } from './equivalency.ts';
import type { Grant, RequestFacts } from './facts.ts';
import { outOfTurn, requestOn } from './request.ts';

/** What staff want to decide. */
export interface ProposedDecision {
  readonly grant: Grant;
  /** An earlier end of a bidding-only document; null for the end that the law gives. */
  readonly lastDay: Day | null;
  /** Why less is granted than the law allows. */
  readonly judgement: string | null;
}

/** A decision that the law allows, with the document to issue; null for a refusal of the request. */
export interface RequestOutcome {
  readonly grant: Grant;
  readonly on: Day;
  readonly document: GrantedDocument | null;
  /** Whether less is granted than the law allows: judgement, which only its recorded reason explains. */
  readonly isJudgement: boolean;
  /** Every clause consulted on what may be granted. */
  readonly reasons: readonly Reason[];
}

/** The outcome of a decision on a day, or why the law forbids it. */
export function decideRequest(facts: RequestFacts, proposed: ProposedDecision, on: Day): Refusal | RequestOutcome {
  const grantable = mayGrant(facts, on);
  const { grant } = proposed;
  const early = refusalOf([...turnObjections(facts, grant, on), ...beyondTheLaw(facts, grant, grantable)]);
  if (early) return early;
  const document = documentOf(facts, grant, on);
  const isJudgement = isMore(facts.kind, grantable.outcome, grant);
  const refusal = refusalOf([...judgementObjections(proposed, isJudgement), ...endObjections(proposed, document)]);
  return refusal ?? { grant, on, document: endingOn(document, proposed.lastDay), isJudgement, reasons: grantable.reasons };
}

/** The most that a decision on the day could grant: what the law allows on the facts, once the request's turn has come. */
export function grantableNow(facts: RequestFacts, on: Day): Grantable {
  const byFacts = mayGrant(facts, on);
  const [greatest] = grantsOf(facts.kind);
  const early = greatest ? turnObjections(facts, greatest, on) : [];
  if (early.length === 0) return { ...byFacts, reasons: [found('R-41', because('grant-in-turn')), ...byFacts.reasons] };
  const missing = grantsOf(facts.kind).flatMap((grant) => [
    ...turnObjections(facts, grant, on).map(({ reason }) => ({ grant, isKnown: true, clauses: [reason.clause], because: reason.because })),
    ...byFacts.missing.filter((each) => each.grant === grant),
  ]);
  const turn = early.map(({ reason }) => deciding(notFound(reason.clause, reason.because)));
  // What speaks for a grant does not decide that nothing may be granted yet.
  const onFacts = byFacts.outcome === 'NOTHING' ? byFacts.reasons : byFacts.reasons.map((reason) => ({ ...reason, decides: false }));
  return { outcome: 'NOTHING', on, reasons: [...turn, ...onFacts], missing };
}

/** a request is decided once it is submitted; a grant waits for the documents asked for and follows the report on the review. */
function turnObjections(facts: RequestFacts, grant: Grant, on: Day): readonly Objection[] {
  const state = requestOn(facts, on);
  if (state === null) return [objection('REQUEST_NOT_READY', 'R-41', because('refused-before-request', { createdOn: facts.createdOn }))];
  const canBeRefused = ['SUBMITTED', 'WAITING_FOR_DOCUMENTS', 'UNDER_REVIEW'].includes(state.status);
  if (!canBeRefused || (grant !== 'NOTHING' && state.status === 'WAITING_FOR_DOCUMENTS')) return outOfTurn(state);
  const isReviewed = facts.reviewedOn !== null && facts.reviewedOn <= on;
  if (grant === 'NOTHING' || isReviewed || facts.kind === 'OUT_OF_PROVINCE') return [];
  return [objection('REQUEST_NOT_READY', clauseOfKind[facts.kind], because('refused-before-review'))];
}

/** more than the law allows is refused with everything that is missing for it. */
function beyondTheLaw({ kind }: RequestFacts, grant: Grant, { outcome, missing }: Grantable): readonly Objection[] {
  if (!isGrantOf(kind, grant)) return [objection('GRANT_NOT_POSSIBLE', clauseOfKind[kind], because('refused-grant-of-kind'))];
  if (!isMore(kind, grant, outcome)) return [];
  const against = missing.filter((each) => each.grant === grant);
  return against.flatMap(({ clauses, because: why }) => clauses.map((clause) => objection('GRANT_NOT_POSSIBLE', clause, why)));
}

/** granting less than the law allows is judgement, and judgement needs a reason. */
const judgementObjections = ({ judgement }: ProposedDecision, isJudgement: boolean): readonly Objection[] =>
  isJudgement && (judgement === null || judgement.trim() === '')
    ? [objection('REASON_NEEDED', 'R-40', because('refused-without-reason'))]
    : [];

/** staff may set an earlier end of a bidding-only document; R-20: a certificate runs its year. */
function endObjections({ lastDay }: ProposedDecision, document: GrantedDocument | null): readonly Objection[] {
  if (lastDay === null) return [];
  if (document?.type !== 'BIDDING_DOCUMENT') return [objection('GRANT_NOT_POSSIBLE', 'R-20', because('refused-end-of-certificate'))];
  const { issuedOn, lastDay: latest } = document;
  return issuedOn <= lastDay && lastDay <= latest
    ? []
    : [objection('GRANT_NOT_POSSIBLE', 'R-21', because('refused-end', { issuedOn, latest }))];
}

const endingOn = (document: GrantedDocument | null, lastDay: Day | null): GrantedDocument | null =>
  document?.type === 'BIDDING_DOCUMENT' && lastDay !== null ? { ...document, hostExpiresOn: lastDay, lastDay } : document;
