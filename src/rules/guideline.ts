import { appeals } from './guideline/appeals.ts';
import { certificationCycle } from './guideline/certification-cycle.ts';
import { type Clause, type DecisionId, type SourceId, sources } from './guideline/clause.ts';
import { disclosure } from './guideline/disclosure.ts';
import { equivalency } from './guideline/equivalency.ts';
import { firstCertification } from './guideline/first-certification.ts';
import { participation } from './guideline/participation.ts';
import { quality } from './guideline/quality.ts';
import { recognition } from './guideline/recognition.ts';
import { registry } from './guideline/registry.ts';
import { tender } from './guideline/tender.ts';

export { type Clause, type DecisionId, type SourceId, sources };

/** Every clause the registry knows, by its id. An id never changes its meaning (test/golden/clauses.txt). */
export const guideline = {
  ...participation,
  ...firstCertification,
  ...certificationCycle,
  ...quality,
  ...equivalency,
  ...recognition,
  ...appeals,
  ...disclosure,
  ...tender,
  ...registry,
} as const satisfies Record<string, Clause>;

/** The id of a clause: G for the guideline, F for the FAQ, L for the CPO's letter, W for the WSPS article, X for other sources, R for our own. */
export type ClauseId = keyof typeof guideline;

/** Whether the text is the id of a clause. */
export const isClauseId = (text: string): text is ClauseId => Object.hasOwn(guideline, text);

/** A clause with all its optional fields. */
export const clauseOf = (id: ClauseId): Clause => guideline[id];

/** The chapters in the order of the program: title and the ids of their clauses. */
export const chapters: readonly { readonly title: string; readonly clauses: readonly ClauseId[] }[] = [
  { title: 'Taking part, registration and training', clauses: idsOf(participation) },
  { title: 'Scoring and the first certification', clauses: idsOf(firstCertification) },
  { title: 'Keeping and renewing the certification, moving to COR 2020', clauses: idsOf(certificationCycle) },
  { title: 'Spot checks and ethics', clauses: idsOf(quality) },
  { title: 'Equivalency and reciprocity', clauses: idsOf(equivalency) },
  { title: 'Recognition under SOSE', clauses: idsOf(recognition) },
  { title: 'Appeals', clauses: idsOf(appeals) },
  { title: 'Confidentiality, the public list, documents and tenders', clauses: idsOf(disclosure) },
  { title: 'What a tender may ask for', clauses: idsOf(tender) },
  { title: 'The registry’s own conventions', clauses: idsOf(registry) },
];

function idsOf(chapter: object): readonly ClauseId[] {
  return Object.keys(chapter).filter(isClauseId);
}
