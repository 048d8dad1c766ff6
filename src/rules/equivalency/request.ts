import { addDays, type Day } from '../calendar.ts';
import { type Because, because, type Refusal } from '../decision.ts';
import { type Objection, objection, refusalOf } from '../recording/objections.ts';
import { waitsOn } from './clock.ts';
import { type ChecklistItem, checklistOn, completeOn } from './documents.ts';
import type { Grant, RequestDecisionFact, RequestFacts } from './facts.ts';

/** The status of a request: SUBMITTED also while it is incomplete; EXPIRED once its document has ended. */
export type RequestStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'WAITING_FOR_DOCUMENTS'
  | 'UNDER_REVIEW'
  | 'GRANTED'
  | 'GRANTED_FOR_BIDDING_ONLY'
  | 'REFUSED'
  | 'EXPIRED'
  | 'WITHDRAWN';

/** A request on a day. */
export interface RequestState {
  readonly status: RequestStatus;
  /** The first day of the status. */
  readonly since: Day;
  /** The last day of the document it led to. */
  readonly lastDay: Day | null;
}

/** The status of a request on a day, from what is recorded by then; null before the day it was created. */
export function requestOn(facts: RequestFacts, on: Day): RequestState | null {
  const { createdOn, submittedOn, decision, withdrawnOn } = facts;
  if (on < createdOn) return null;
  if (decision && decision.on <= on) return decidedState(decision, on);
  if (withdrawnOn !== null && withdrawnOn <= on) return at('WITHDRAWN', withdrawnOn);
  if (submittedOn === null || submittedOn > on) return at('DRAFT', createdOn);
  const wait = waitsOn(facts, on).at(-1);
  if (wait && wait.to === null) return at('WAITING_FOR_DOCUMENTS', laterOf(wait.from, submittedOn));
  const complete = completeOn(facts, on);
  if (complete === null) return at('SUBMITTED', laterOf(wait?.to ?? submittedOn, submittedOn));
  return at('UNDER_REVIEW', laterOf(wait?.to ?? complete, complete));
}

const at = (status: RequestStatus, since: Day): RequestState => ({ status, since, lastDay: null });

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/** what was granted runs to its last day, that day included. */
function decidedState({ grant, on: decidedOn, lastDay }: RequestDecisionFact, on: Day): RequestState {
  if (lastDay !== null && on > lastDay) return { status: 'EXPIRED', since: addDays(lastDay, 1), lastDay };
  return { status: statusOfGrant[grant], since: decidedOn, lastDay };
}

const statusOfGrant: Readonly<Record<Grant, RequestStatus>> = {
  CERTIFICATE_ONE_YEAR: 'GRANTED',
  INTERIM_LOGS: 'GRANTED_FOR_BIDDING_ONLY',
  BIDDING_ONLY_RECIPROCITY: 'GRANTED_FOR_BIDDING_ONLY',
  NOTHING: 'REFUSED',
};

/** What can be done with a request besides deciding it. */
export const requestSteps = [
  'CHANGE_DOCUMENTS',
  'RECORD_FEE',
  'SUBMIT',
  'ASK_FOR_DOCUMENTS',
  'RECEIVE_DOCUMENTS',
  'REPORT_REVIEW',
  'WITHDRAW',
] as const;

export type RequestStep = (typeof requestSteps)[number];

const open: readonly RequestStatus[] = ['SUBMITTED', 'WAITING_FOR_DOCUMENTS', 'UNDER_REVIEW'];

/** in which states each step is possible; an open request is submitted and neither decided nor withdrawn. */
const possibleIn: Readonly<Record<RequestStep, readonly RequestStatus[]>> = {
  CHANGE_DOCUMENTS: ['DRAFT', ...open],
  RECORD_FEE: ['DRAFT', ...open],
  SUBMIT: ['DRAFT'],
  ASK_FOR_DOCUMENTS: ['SUBMITTED', 'UNDER_REVIEW'],
  RECEIVE_DOCUMENTS: ['WAITING_FOR_DOCUMENTS'],
  REPORT_REVIEW: ['UNDER_REVIEW'],
  WITHDRAW: ['DRAFT', ...open],
};

/** Why a step is not allowed on a day; null if it is. */
export function refuseStep(facts: RequestFacts, step: RequestStep, on: Day): Refusal | null {
  const state = requestOn(facts, on);
  if (state === null) return refusalOf([notReady(because('refused-before-request', { createdOn: facts.createdOn }))]);
  if (!possibleIn[step].includes(state.status)) return refusalOf([...outOfTurn(state), ...heldUp(facts, step, state, on)]);
  if (step === 'REPORT_REVIEW' && facts.reviewedOn !== null)
    return refusalOf([notReady(because('refused-reviewed-already', { reviewedOn: facts.reviewedOn }))]);
  return step === 'SUBMIT' ? refusalOf(missingItems(facts, ['SUBMISSION'], on)) : null;
}

/** what is still missing for the review of an incomplete submission. */
const heldUp = (facts: RequestFacts, step: RequestStep, { status }: RequestState, on: Day): readonly Objection[] =>
  step === 'REPORT_REVIEW' && status === 'SUBMITTED' ? missingItems(facts, ['SUBMISSION', 'REVIEW'], on) : [];

const notReady = (why: Because): Objection => objection('REQUEST_NOT_READY', 'R-41', why);

/** a decided or withdrawn request is not reopened; R-20: a renewal is a new request. */
export function outOfTurn({ status, since }: RequestState): readonly Objection[] {
  const why = because('refused-out-of-turn', { status, since });
  if (status === 'EXPIRED') return [objection('REQUEST_CLOSED', 'R-20', why)];
  const isClosed = status !== 'DRAFT' && !open.includes(status);
  return [isClosed ? objection('REQUEST_CLOSED', 'R-41', why) : notReady(why)];
}

/** G-6.1.a, G-6.2.a, G-5.a: nothing is submitted without the documents it needs, or reviewed without those and the fee. */
function missingItems(facts: RequestFacts, needed: readonly ChecklistItem['neededFor'][], on: Day): readonly Objection[] {
  return checklistOn(facts, on)
    .filter(({ neededFor, since }) => needed.includes(neededFor) && since === null)
    .map(({ reason }) => objection('REQUEST_NOT_READY', reason.clause, reason.because));
}
