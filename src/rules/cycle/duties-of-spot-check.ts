import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { type BindingCheck, latest, latestProof } from '../standing/spot-check.ts';
import type { Duty } from './obligation.ts';

/** G-4.4.b, G-4.4.c: full implementation reported or validated by day 90, and IHSA's validation of a report, for which no source names a day. */
export function spotCheckDuties(binding: BindingCheck, on: Day): readonly Duty[] {
  const { check, deadline } = binding;
  if (check.receivedOn > on) return [];
  const reportedOn = accepted(binding, latest(check.events, 'IMPLEMENTATION_REPORTED', lastCounting(binding, on)), on);
  const implementation: Duty = {
    kind: 'SPOT_CHECK_IMPLEMENTATION',
    of: [check.id],
    by: 'ORGANIZATION',
    clauses: ['G-4.4.b', 'R-15'],
    arisesOn: check.receivedOn,
    dueOn: deadline,
    lastDay: deadline,
    doneOn: reportedOn ?? accepted(binding, latestProof(check.events, lastCounting(binding, on)), on),
    because: because('owe-spot-check-implementation', { receivedOn: check.receivedOn, dueOn: deadline }),
  };
  const validation = reportedOn === null ? [] : [validationDuty(binding, reportedOn, on)];
  return [implementation, ...validation, ...feeDuty(binding, on)];
}

/** The last day by which a report or a validation counts as timely, as known on the day asked about. */
const lastCounting = ({ deadline }: BindingCheck, on: Day): Day => (on < deadline ? on : deadline);

/** a timely report or validation that no finding of "not implemented" has followed; on the same day, the finding counts. */
function accepted({ check: { events } }: BindingCheck, provedOn: Day | null, on: Day): Day | null {
  const rejectedOn = latest(events, 'FOUND_NOT_IMPLEMENTED', on);
  return provedOn !== null && rejectedOn !== null && rejectedOn >= provedOn ? null : provedOn;
}

function validationDuty({ check: { id, receivedOn, events } }: BindingCheck, reportedOn: Day, on: Day): Duty {
  const validatedOn = latest(events, 'VALIDATED', on);
  return {
    kind: 'SPOT_CHECK_VALIDATION',
    of: [id],
    by: 'IHSA',
    clauses: ['G-4.4.c', 'R-15'],
    arisesOn: reportedOn,
    dueOn: null,
    lastDay: null,
    doneOn: validatedOn !== null && validatedOn >= reportedOn ? validatedOn : null,
    because: because('owe-spot-check-validation', { receivedOn, reportedOn }),
  };
}

/** G-4.4.c: a fee that IHSA charged is paid; no source names a day, and a loss does not settle it. */
function feeDuty({ check: { id, receivedOn, events } }: BindingCheck, on: Day): readonly Duty[] {
  const chargedOn = latest(events, 'FEE_CHARGED', on);
  if (chargedOn === null) return [];
  const paidOn = latest(events, 'FEE_PAID', on);
  return [
    {
      kind: 'SPOT_CHECK_FEE',
      of: [id],
      by: 'ORGANIZATION',
      clauses: ['G-4.4.c'],
      arisesOn: chargedOn,
      dueOn: null,
      lastDay: null,
      doneOn: paidOn !== null && paidOn >= chargedOn ? paidOn : null,
      because: because('owe-spot-check-fee', { receivedOn, chargedOn }),
    },
  ];
}
