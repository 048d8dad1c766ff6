import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { type BindingCheck, latest } from '../standing/spot-check.ts';
import type { Duty } from './obligation.ts';

/** G-4.4.b, G-4.4.c: full implementation reported by day 90, and IHSA's validation, for which no source names a day. */
export function spotCheckDuties(binding: BindingCheck, on: Day): readonly Duty[] {
  const { check, deadline } = binding;
  if (check.receivedOn > on) return [];
  const reportedOn = acceptedReport(binding, on);
  const implementation: Duty = {
    kind: 'SPOT_CHECK_IMPLEMENTATION',
    of: [check.id],
    by: 'ORGANIZATION',
    clauses: ['G-4.4.b', 'R-15'],
    arisesOn: check.receivedOn,
    dueOn: deadline,
    lastDay: deadline,
    doneOn: reportedOn,
    because: because('owe-spot-check-implementation', { receivedOn: check.receivedOn, dueOn: deadline }),
  };
  return reportedOn === null ? [implementation] : [implementation, validationDuty(binding, reportedOn, on)];
}

/** The last timely report that no finding of "not implemented" has followed. */
function acceptedReport({ check: { events }, deadline }: BindingCheck, on: Day): Day | null {
  const reportedOn = latest(events, 'IMPLEMENTATION_REPORTED', on < deadline ? on : deadline);
  const rejectedOn = latest(events, 'FOUND_NOT_IMPLEMENTED', on);
  return reportedOn !== null && rejectedOn !== null && rejectedOn >= reportedOn ? null : reportedOn;
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
