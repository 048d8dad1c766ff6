/** The documents the clauses are taken from, and this registry's own decisions. */
export const sources = {
  GUIDELINE: { name: 'COR 2020 Program Guideline v1.0, February 2020', publisher: 'Infrastructure Health & Safety Association' },
  FAQ: { name: 'COR: frequently asked questions', publisher: 'Infrastructure Health & Safety Association' },
  CPO_LETTER: { name: 'Letter of the Chief Prevention Officer on certification bodies, January 2021', publisher: 'Government of Ontario' },
  SOSE_ARTICLE: {
    name: 'Supporting Ontario’s Safe Employers: Get recognized and receive rebates',
    publisher: 'Workplace Safety & Prevention Services',
  },
  EMPLOYER_RECOGNITION: { name: 'CPO employer recognition criteria and guidelines', publisher: 'Government of Ontario' },
  IHSA_PAGES: { name: 'COR and COR 2020 pages, as read in November 2026', publisher: 'Infrastructure Health & Safety Association' },
  AUDIT_TOOLS: { name: 'COR and COR 2020 audit tools (extracts)', publisher: 'Infrastructure Health & Safety Association' },
  WSIB_PAGES: { name: 'Employer pages, as read in November 2026', publisher: 'Workplace Safety and Insurance Board' },
  ONTARIO_LAW: { name: 'Statutes and regulations of Ontario', publisher: 'Government of Ontario' },
  BUYERS_PAGES: { name: 'Tender and prequalification pages of public buyers', publisher: 'Public buyers in Ontario' },
  ASSOCIATION_PAGES: { name: 'Pages of the CFCSA’s members', publisher: 'Canadian Federation of Construction Safety Associations' },
  FRENCH_PAGES: {
    name: 'French pages of ontario.ca and wsib.ca',
    publisher: 'Government of Ontario; Workplace Safety and Insurance Board',
  },
  REGISTRY: { name: 'Decision of this registry', publisher: 'COR registry' },
} as const satisfies Record<string, { readonly name: string; readonly publisher: string }>;

export type SourceId = keyof typeof sources;

/** The id of one of this registry's own decisions. */
export type DecisionId = `R-${number}`;

/** One statement of the program's documents in our words, or this registry's decision where they leave a point open. */
export interface Clause {
  /** Short and fixed: clients quote it beside the id. */
  readonly title: string;
  /** Ours, unofficial. */
  readonly titleFr: string;
  readonly source: SourceId;
  /** Where in the source. */
  readonly section: string;
  readonly text: string;
  /** Our decisions that settle what this clause leaves open; each has its own text. */
  readonly settledBy?: readonly DecisionId[];
  /** How sure we are of a fact from outside the program's own documents: stated officially, by the press, or believed. */
  readonly certainty?: 'sure' | 'press' | 'unsure';
  /** Why no rule computes this clause. A clause without this field is cited by a rule. */
  readonly notEncoded?: string;
}

/** The clauses of one chapter, by id. */
export type Chapter = Readonly<Record<string, Clause>>;
