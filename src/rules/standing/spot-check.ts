import { addDays, type Day } from '../calendar.ts';
import type { SpotCheckEventFact, SpotCheckEventKind, SpotCheckFact } from '../facts.ts';
import { spotCheckDays, valueOn } from '../parameters.ts';
import type { CertificateLife, Loss } from './certificate-life.ts';

/** A spot check that asks for corrective action of an account that was certified or pending when it received the letter. */
export interface BindingCheck {
  readonly check: SpotCheckFact;
  /** Last day to report full implementation, or to have it validated: day 90 (G-4.4.b, R-15). */
  readonly deadline: Day;
  readonly lostOn: Day | null;
}

/** The checks that have an effect, in order of receipt. Whether one has depends on the losses caused by those before it. */
export function bindingChecks(checks: readonly SpotCheckFact[], lives: readonly CertificateLife[]): readonly BindingCheck[] {
  const binding: BindingCheck[] = [];
  for (const check of checks.filter(({ correctiveAction }) => correctiveAction).sort(byReceipt)) {
    if (lives.some((life) => holdsOn(life, check.receivedOn, binding))) binding.push(bind(check));
  }
  return binding;
}

const byReceipt = (a: SpotCheckFact, b: SpotCheckFact): number =>
  a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : a.id < b.id ? -1 : 1;

/** Whether a certificate is certified or pending on the day. */
function holdsOn(life: CertificateLife, on: Day, checks: readonly BindingCheck[]): boolean {
  const inPlay = life.certificate.issuedOn <= on && (life.supersededOn === null || life.supersededOn > on);
  const loss = lossOf(life, checks);
  return inPlay && (loss === null || loss.on > on) && !(life.isEquivalency && life.lastDay < on);
}

function bind(check: SpotCheckFact): BindingCheck {
  const deadline = lastDayToReport(check.receivedOn);
  return { check, deadline, lostOn: lostOn(check, deadline) };
}

/** G-4.4.b, R-15: day 90 after the letter. */
export const lastDayToReport = (receivedOn: Day): Day => addDays(receivedOn, valueOn(spotCheckDays, receivedOn));

/** without timely proof, lost from day 91; with it, from a finding that no timely proof follows, never before day 91. */
function lostOn({ events }: SpotCheckFact, deadline: Day): Day | null {
  const lastProof = latestProof(events, deadline);
  const dayAfter = addDays(deadline, 1);
  if (lastProof === null) return dayAfter;
  const findings = events.filter(({ kind, on }) => kind === 'FOUND_NOT_IMPLEMENTED' && on >= lastProof).map(({ on }) => on);
  const first = findings.sort()[0];
  return first === undefined ? null : first > dayAfter ? first : dayAfter;
}

/** The last day, up to and including `by`, on which an event of the kind is recorded. */
export function latest(events: readonly SpotCheckEventFact[], kind: SpotCheckEventKind, by: Day): Day | null {
  const days = events.filter((event) => event.kind === kind && event.on <= by).map(({ on }) => on);
  return days.sort().at(-1) ?? null;
}

/**
 * the last day, up to and including `by`, on which implementation was reported or validated; validation proves that it was complete by then.
 */
export function latestProof(events: readonly SpotCheckEventFact[], by: Day): Day | null {
  const reportedOn = latest(events, 'IMPLEMENTATION_REPORTED', by);
  const validatedOn = latest(events, 'VALIDATED', by);
  return reportedOn === null || (validatedOn !== null && validatedOn > reportedOn) ? validatedOn : reportedOn;
}

/** The loss of one certificate: by its own clocks or by a spot check, whichever comes first. */
export function lossOf(life: CertificateLife, checks: readonly BindingCheck[]): Loss | null {
  const taken = checks.flatMap(({ lostOn: on }) => (on !== null && takes(life, on) ? [on] : [])).sort()[0];
  const clock = life.clockLoss;
  if (taken === undefined || (clock !== null && clock.on <= taken)) return clock;
  return { on: taken, clause: 'G-4.4.b' };
}

/** a check ends what was issued before its loss, and is neither superseded nor expired by then. */
const takes = ({ certificate, supersededOn, isEquivalency, lastDay }: CertificateLife, on: Day): boolean =>
  certificate.issuedOn < on && (supersededOn === null || supersededOn >= on) && !(isEquivalency && lastDay < on);
