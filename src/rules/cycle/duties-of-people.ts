import { addDays, type Day } from '../calendar.ts';
import { because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import type { Duty, ObligationKind } from './obligation.ts';
import { type DesignatedPerson, isDesignated, type Role } from './people.ts';
import { missingCourses, trainedFrom } from './training.ts';

/** The obligation that a vacant role creates, and its clause: G-3.2.a requires a successor, F-14 a trained one. */
const gaps: Readonly<Record<Role, { readonly kind: ObligationKind; readonly clauses: readonly ClauseId[] }>> = {
  SENIOR_MANAGEMENT_REPRESENTATIVE: { kind: 'SENIOR_MANAGEMENT_REPRESENTATIVE', clauses: ['G-1.2.c', 'G-3.2.a'] },
  INTERNAL_AUDITOR: { kind: 'INTERNAL_AUDITOR', clauses: ['G-2.2.a', 'G-3.2.a', 'F-14'] },
};

const roles: readonly Role[] = ['SENIOR_MANAGEMENT_REPRESENTATIVE', 'INTERNAL_AUDITOR'];

/**
 * G-1.2.c, G-2.2.a, G-3.2.a, G-4.5: the obligations of an account about its people. If nobody was ever recorded for a role, the registry does not
 * know who has it, and there is no obligation.
 */
export function peopleDuties(people: readonly DesignatedPerson[], on: Day): readonly Duty[] {
  const known = people.filter(({ from }) => from <= on);
  return [
    ...roles.flatMap((role) =>
      gapDuties(
        role,
        known.filter((each) => each.role === role),
        on,
      ),
    ),
    ...permanenceDuty(known, on),
    ...known
      .filter((each) => isDesignated(each, on))
      .flatMap((each) => [...trainingDuty(each, on), ...codeDuty(each, on), ...retrainingDuty(each, on)]),
  ];
}

/** G-2.2.b: IHSA decides each request for an exemption; no source names a day. A person with two roles has each request once. */
export function exemptionDuties(people: readonly DesignatedPerson[], on: Day): readonly Duty[] {
  const designated = people.filter((each) => isDesignated(each, on));
  const requests = new Map(designated.flatMap(({ training }) => (training.exemptionRequests ?? []).map((each) => [each.id, each])));
  return [...requests.values()]
    .filter(({ requestedOn, decidedOn }) => requestedOn <= on && (decidedOn === null || decidedOn > on))
    .map(({ id, course, requestedOn }) =>
      duty({
        kind: 'TRAINING_EXEMPTION',
        of: [id],
        by: 'IHSA',
        clauses: ['G-2.2.b'],
        arisesOn: requestedOn,
        because: because('owe-exemption-decision', { courses: course, requestedOn }),
      }),
    );
}

/** G-3.2.a: when a person has left the role, a successor is to be designated; once there is one, the obligation ends. */
function gapDuties(role: Role, held: readonly DesignatedPerson[], on: Day): readonly Duty[] {
  if (held.length === 0 || held.some((each) => isDesignated(each, on))) return [];
  const leftOn =
    held
      .map(({ to }) => to ?? on)
      .toSorted()
      .at(-1) ?? on;
  const { kind, clauses } = gaps[role];
  return [duty({ kind, of: [leftOn], clauses, arisesOn: addDays(leftOn, 1), because: because('owe-successor', { role, leftOn }) })];
}

/** G-2.2.a, G-3.3.a: at least one internal auditor is a permanent full-time employee; no source names a day. */
function permanenceDuty(known: readonly DesignatedPerson[], on: Day): readonly Duty[] {
  const auditors = known.filter(({ role }) => role === 'INTERNAL_AUDITOR');
  const [first] = auditors.filter((each) => isDesignated(each, on)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const permanent = auditors.filter(({ isPermanentFullTime }) => isPermanentFullTime);
  if (!first || permanent.some((each) => isDesignated(each, on))) return [];
  const vacantFrom = permanent.map(({ to }) => addDays(to ?? on, 1));
  const arisesOn = [first.from, ...vacantFrom].toSorted().at(-1) ?? first.from;
  return [
    duty({
      kind: 'INTERNAL_AUDITOR',
      of: [first.id],
      clauses: ['G-2.2.a', 'G-3.3.a'],
      arisesOn,
      because: because('owe-permanent-auditor'),
    }),
  ];
}

/** G-2.2.a: the courses of the role, by completion or exemption; no source names a day. */
function trainingDuty({ id, role, from, training }: DesignatedPerson, on: Day): readonly Duty[] {
  const missing = missingCourses(training, role, on);
  const doneOn = trainedFrom(training, role, on);
  if (missing.length === 0 && (doneOn ?? from) <= from) return [];
  const why = because('owe-training', { role, courses: (missing.length > 0 ? missing : missingCourses(training, role, from)).join(',') });
  return [duty({ kind: 'TRAINING', of: [id], clauses: ['G-2.2.a', 'G-3.2.a'], arisesOn: from, doneOn, because: why })];
}

/** G-4.5: senior management representatives and internal auditors sign the code of ethics. */
function codeDuty({ id, role, from, codeSignedOn }: DesignatedPerson, on: Day): readonly Duty[] {
  const doneOn = codeSignedOn !== null && codeSignedOn <= on ? codeSignedOn : null;
  if (doneOn !== null && doneOn <= from) return [];
  return [
    duty({
      kind: 'CODE_OF_ETHICS',
      of: [id],
      clauses: ['G-4.5'],
      arisesOn: from,
      doneOn,
      because: because('owe-code-of-ethics', { role, from }),
    }),
  ];
}

/** G-4.2: a retraining that IHSA requires. */
const retrainingDuty = ({ id, role, training }: DesignatedPerson, on: Day): readonly Duty[] =>
  training.retrainings
    .filter(({ requiredOn }) => requiredOn <= on)
    .map(({ requiredOn, completedOn }) =>
      duty({
        kind: 'RETRAINING',
        of: [id, requiredOn],
        clauses: ['G-4.2'],
        arisesOn: requiredOn,
        doneOn: completedOn !== null && completedOn <= on ? completedOn : null,
        because: because('owe-retraining', { role, requiredOn }),
      }),
    );

const duty = (given: Pick<Duty, 'kind' | 'of' | 'clauses' | 'arisesOn' | 'because'> & Partial<Duty>): Duty => ({
  by: 'ORGANIZATION',
  dueOn: null,
  lastDay: null,
  doneOn: null,
  ...given,
});
