import type { Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import type { AccountFacts, SpotCheckEventFact, SpotCheckEventKind, SpotCheckFact } from '../facts.ts';
import type { ClauseId } from '../guideline.ts';
import { readHistory } from '../standing/history.ts';
import type { BindingCheck } from '../standing/spot-check.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/** The letter of a spot check to be recorded. */
export type ProposedCheck = Pick<SpotCheckFact, 'receivedOn' | 'correctiveAction'>;

/**
 * Why the letter of a spot check may not be recorded; null if it may. One letter a day: two clerks with the same letter must not start two clocks.
 */
export function refuseSpotCheck(facts: AccountFacts, proposed: ProposedCheck): Refusal | null {
  const { receivedOn } = proposed;
  const isRecorded = facts.spotChecks.some((check) => check.receivedOn === receivedOn);
  return refusalOf([
    ...(isRecorded ? [objection('ALREADY_RECORDED', 'G-4.4.a', because('spot-check-recorded', { receivedOn }))] : []),
    ...(isOfCertified(facts, receivedOn) ? [] : [nothingToCheck(proposed)]),
  ]);
}

/** G-4.4.a, R-16: whether a certificate of the account was certified or pending when the letter was received. */
function isOfCertified(facts: AccountFacts, receivedOn: Day): boolean {
  const asked = { id: '', receivedOn, correctiveAction: true, events: [] };
  return readHistory({ ...facts, spotChecks: [...facts.spotChecks, asked] }).checks.some(({ check }) => check === asked);
}

const nothingToCheck = ({ receivedOn, correctiveAction }: ProposedCheck): Objection =>
  correctiveAction
    ? objection('WOULD_NOT_COUNT', 'R-16', because('refused-check-binds-nothing', { receivedOn }))
    : objection('WOULD_NOT_COUNT', 'G-4.4.a', because('spot-check-of-none', { receivedOn }));

/** An event after a letter, to be recorded. */
export interface ProposedStep extends SpotCheckEventFact {
  readonly check: SpotCheckFact;
}

/** Why a step of a spot check may not be recorded, with every clause that forbids it; null if it may. */
export function refuseSpotCheckStep(facts: AccountFacts, proposed: ProposedStep): Refusal | null {
  const binding = readHistory(facts).checks.find(({ check }) => check.id === proposed.check.id) ?? null;
  return refusalOf([
    ...unasked(proposed, binding),
    ...beforeReceipt(proposed),
    ...twice(proposed),
    ...(binding ? tooLate(proposed, binding) : []),
    ...unpaidFor(proposed),
  ]);
}

/** G-4.4.a, R-16: a letter that asks for nothing, or affects no certificate, is not followed by anything. */
function unasked({ check: { receivedOn, correctiveAction } }: ProposedStep, binding: BindingCheck | null): readonly Objection[] {
  if (!correctiveAction) return [objection('SPOT_CHECK_NOT_READY', 'G-4.4.a', because('spot-check-asks-for-nothing', { receivedOn }))];
  return binding ? [] : [objection('WOULD_NOT_COUNT', 'R-16', because('refused-check-binds-nothing', { receivedOn }))];
}

const beforeReceipt = ({ check: { receivedOn }, on }: ProposedStep): readonly Objection[] =>
  on < receivedOn ? [objection('WOULD_NOT_COUNT', 'R-15', because('refused-event-before-receipt', { receivedOn, on }))] : [];

function twice({ check: { events }, kind, on }: ProposedStep): readonly Objection[] {
  const isRecorded = events.some((event) => event.kind === kind && event.on === on);
  return isRecorded
    ? [objection('ALREADY_RECORDED', clauseOf[kind], because('spot-check-step-recorded', { step: `CHECK_${kind}`, on }))]
    : [];
}

/** The clause of each step. */
const clauseOf: Readonly<Record<SpotCheckEventKind, ClauseId>> = {
  PLAN_SUBMITTED: 'G-4.4.b',
  IMPLEMENTATION_REPORTED: 'G-4.4.b',
  FOUND_NOT_IMPLEMENTED: 'G-4.4.b',
  VALIDATED: 'G-4.4.c',
  FEE_CHARGED: 'G-4.4.c',
  FEE_PAID: 'G-4.4.c',
};

/** G-4.4.b, R-15: a report comes by day 90; once the certification is lost, only a fee remains to be settled. */
function tooLate({ check: { receivedOn }, kind, on }: ProposedStep, { deadline, lostOn }: BindingCheck): readonly Objection[] {
  const isFee = kind === 'FEE_CHARGED' || kind === 'FEE_PAID';
  return [
    ...(kind === 'IMPLEMENTATION_REPORTED' && on > deadline
      ? [objection('WOULD_NOT_COUNT', 'R-15', because('spot-check-report-too-late', { receivedOn, deadline, on }))]
      : []),
    ...(!isFee && lostOn !== null && lostOn <= on
      ? [objection('WOULD_NOT_COUNT', 'G-4.4.b', because('spot-check-lost-already', { receivedOn, lostOn }))]
      : []),
  ];
}

/** G-4.4.c: a fee is paid after it was charged. */
function unpaidFor({ check: { events }, kind, on }: ProposedStep): readonly Objection[] {
  const isCharged = events.some((event) => event.kind === 'FEE_CHARGED' && event.on <= on);
  if (kind !== 'FEE_PAID' || isCharged) return [];
  return [objection('SPOT_CHECK_NOT_READY', 'G-4.4.c', because('spot-check-fee-not-charged', { on }))];
}
