import { addMonths, addYears, type Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { evidenceMonths, systemInPlaceYears, valueOn } from '../parameters.ts';
import { type Objection, objection } from './objections.ts';

/**
 * G-1.2.d: what speaks against an initial internal audit that begins on a day: the health and safety management system has been in place for less
 * than a year. An unrecorded day is an objection too.
 */
export function systemObjections(inPlaceSince: Day | null, auditStartsOn: Day): readonly Objection[] {
  if (inPlaceSince === null) return [objection('SYSTEM_TOO_NEW', 'G-1.2.d', because('system-day-missing'))];
  const from = addYears(inPlaceSince, valueOn(systemInPlaceYears, auditStartsOn));
  if (auditStartsOn >= from) return [];
  return [objection('SYSTEM_TOO_NEW', 'G-1.2.d', because('system-too-new', { inPlaceSince, from }))];
}

/** A piece of evidence used in an audit. */
export interface EvidenceFact {
  /** What it is called in the submission. */
  readonly name: string;
  readonly createdOn: Day;
}

/**
 * G-1.2.e: what speaks against the evidence of an audit that is submitted on a day: each piece was created within the twelve months before it,
 * counted forward from its day, and not after the submission.
 */
export const evidenceObjections = (evidence: readonly EvidenceFact[], submittedOn: Day): readonly Objection[] =>
  evidence.flatMap(({ name, createdOn }) => {
    const lastDay = addMonths(createdOn, valueOn(evidenceMonths, submittedOn));
    if (createdOn <= submittedOn && submittedOn <= lastDay) return [];
    const why =
      createdOn > submittedOn
        ? because('evidence-after-submission', { name, createdOn })
        : because('evidence-too-old', { name, createdOn, lastDay });
    return [objection('EVIDENCE_TOO_OLD', 'G-1.2.e', why)];
  });
