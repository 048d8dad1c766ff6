import type { Day } from '../calendar.ts';
import { type DesignatedPerson, isDesignated } from '../cycle/people.ts';
import { type AuditorLacks, missingCourses } from '../cycle/training.ts';
import { because, type Refusal } from '../decision.ts';
import type { AuditDocumentKind, AuditLife } from './auditing-facts.ts';
import { evidenceObjections } from './evidence.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/** G-1.2.e, G-2.4.b: what speaks against the submission of an internal audit on a day: old evidence, and no material where it is sent here. */
export function submissionObjections({ documents }: AuditLife, on: Day, isSentHere: boolean): readonly Objection[] {
  const evidence = documents.flatMap(({ name, createdOn }) => (createdOn === null ? [] : [{ name, createdOn }]));
  const hasMaterial = !isSentHere || documents.some(({ kind }) => kind === 'AUDIT_MATERIAL');
  return [
    ...(hasMaterial ? [] : [objection('AUDIT_NOT_READY', 'G-2.4.b', because('audit-material-missing'))]),
    ...evidenceObjections(evidence, on),
  ];
}

/**
 * G-3.3.a, G-4.1, G-4.2, G-1.2.c, R-51: who conducted an internal audit, and who oversaw it, on its first day: an internal auditor who is named and
 * qualified, and a senior management representative with the course of the role. Without a first day there is nothing to judge.
 */
export function peopleObjections(
  { startedOn, isByQualifiedAuditor, auditorLacks, retrainingSince = null }: AuditLife,
  people: readonly DesignatedPerson[],
): readonly Objection[] {
  if (startedOn === null) return [];
  const retraining =
    retrainingSince === null
      ? []
      : [objection('AUDIT_NOT_READY', 'G-4.2', because('refused-internal-auditor-retraining', { requiredOn: retrainingSince }))];
  return [
    ...auditorObjections(startedOn, isByQualifiedAuditor, auditorLacks),
    ...retraining,
    ...representativeObjections(startedOn, people),
  ];
}

function auditorObjections(startedOn: Day, isQualified: boolean | null, lacks: AuditorLacks | undefined): readonly Objection[] {
  if (isQualified === null) return [objection('AUDIT_NOT_READY', 'G-3.3.a', because('audit-internal-auditor-unnamed'))];
  if (isQualified) return [];
  const courses = (lacks?.courses ?? []).join(',');
  const why =
    courses === ''
      ? because('audit-internal-auditor-unqualified', { startedOn })
      : because('audit-internal-auditor-untrained', { startedOn, courses });
  return [
    objection('AUDIT_NOT_READY', 'G-4.1', why),
    ...(lacks?.role ? [objection('AUDIT_NOT_READY', 'G-3.3.a', lacks.role.because)] : []),
  ];
}

function representativeObjections(startedOn: Day, people: readonly DesignatedPerson[]): readonly Objection[] {
  const role = 'SENIOR_MANAGEMENT_REPRESENTATIVE';
  const representatives = people.filter((person) => person.role === role && isDesignated(person, startedOn));
  if (representatives.length === 0)
    return [objection('AUDIT_NOT_READY', 'G-1.2.c', because('audit-representative-missing', { startedOn }))];
  const isTrained = representatives.some(({ training }) => missingCourses(training, role, startedOn).length === 0);
  return isTrained ? [] : [objection('AUDIT_NOT_READY', 'G-4.1', because('audit-representative-untrained', { startedOn }))];
}

const submittedKinds: readonly AuditDocumentKind[] = ['AUDIT_MATERIAL', 'EVIDENCE', 'TRAINING_RECORD'];

/** G-2.4.b: why a document of a kind may not be sent or removed; null if it may. What was submitted cannot change until it is returned. */
export const refuseDocument = (kind: AuditDocumentKind, submittedOn: Day | null): Refusal | null =>
  submittedOn !== null && submittedKinds.includes(kind)
    ? refusalOf([objection('AUDIT_NOT_READY', 'G-2.4.b', because('audit-documents-submitted', { day: submittedOn }))])
    : null;
