/** The documents the clauses are taken from, and this registry's own decisions. */
export const sources = {
  GUIDELINE: {
    name: 'COR 2020 Program Guideline v1.0, February 2020',
    publisher: 'Infrastructure Health & Safety Association',
    nameFr: 'Lignes directrices du programme COR 2020, version 1.0, février 2020 (en anglais)',
    publisherFr: 'Infrastructure Health & Safety Association',
  },
  FAQ: {
    name: 'COR: frequently asked questions',
    publisher: 'Infrastructure Health & Safety Association',
    nameFr: 'COR : foire aux questions (en anglais)',
    publisherFr: 'Infrastructure Health & Safety Association',
  },
  CPO_LETTER: {
    name: 'Letter of the Chief Prevention Officer on certification bodies, January 2021',
    publisher: 'Government of Ontario',
    nameFr: 'Lettre de la directrice générale ou du directeur général de la prévention sur les organismes de certification, janvier 2021',
    publisherFr: 'Gouvernement de l’Ontario',
  },
  SOSE_ARTICLE: {
    name: 'Supporting Ontario’s Safe Employers: Get recognized and receive rebates',
    publisher: 'Workplace Safety & Prevention Services',
    nameFr: 'Article sur PRESTO : être reconnu et recevoir des rabais (en anglais)',
    publisherFr: 'Workplace Safety & Prevention Services',
  },
  EMPLOYER_RECOGNITION: {
    name: 'CPO employer recognition criteria and guidelines',
    publisher: 'Government of Ontario',
    nameFr:
      'Critères et lignes directrices de la directrice générale ou du directeur général de la prévention pour la reconnaissance des employeurs',
    publisherFr: 'Gouvernement de l’Ontario',
  },
  IHSA_PAGES: {
    name: 'COR and COR 2020 pages, as read in November 2026',
    publisher: 'Infrastructure Health & Safety Association',
    nameFr: 'Pages sur le COR et COR 2020, lues en novembre 2026 (en anglais)',
    publisherFr: 'Infrastructure Health & Safety Association',
  },
  AUDIT_TOOLS: {
    name: 'COR and COR 2020 audit tools (extracts)',
    publisher: 'Infrastructure Health & Safety Association',
    nameFr: 'Outils de vérification COR et COR 2020 (extraits, en anglais)',
    publisherFr: 'Infrastructure Health & Safety Association',
  },
  WSIB_PAGES: {
    name: 'Employer pages, as read in November 2026',
    publisher: 'Workplace Safety and Insurance Board',
    nameFr: 'Pages pour les employeurs, lues en novembre 2026',
    publisherFr: 'Commission de la sécurité professionnelle et de l’assurance contre les accidents du travail',
  },
  ONTARIO_LAW: {
    name: 'Statutes and regulations of Ontario',
    publisher: 'Government of Ontario',
    nameFr: 'Lois et règlements de l’Ontario',
    publisherFr: 'Gouvernement de l’Ontario',
  },
  BUYERS_PAGES: {
    name: 'Tender and prequalification pages of public buyers',
    publisher: 'Public buyers in Ontario',
    nameFr: 'Pages d’appels d’offres et de préqualification d’acheteurs publics',
    publisherFr: 'Acheteurs publics de l’Ontario',
  },
  ASSOCIATION_PAGES: {
    name: 'Pages of the CFCSA’s members',
    publisher: 'Canadian Federation of Construction Safety Associations',
    nameFr: 'Pages des membres de la CFCSA',
    publisherFr: 'Fédération canadienne des associations de sécurité dans la construction (CFCSA)',
  },
  ACCREDITATION_PAGES: {
    name: 'Pages on the end of the IAF and on its successor, read in November 2026',
    publisher: 'Global Accreditation Cooperation Incorporated; United Kingdom Accreditation Service',
    nameFr: 'Pages sur la fin de l’IAF et sur l’organisme qui lui succède, lues en novembre 2026 (en anglais)',
    publisherFr: 'Global Accreditation Cooperation Incorporated; United Kingdom Accreditation Service',
  },
  FRENCH_PAGES: {
    name: 'French pages of ontario.ca and wsib.ca',
    publisher: 'Government of Ontario; Workplace Safety and Insurance Board',
    nameFr: 'Pages en français d’ontario.ca et de wsib.ca',
    publisherFr: 'Gouvernement de l’Ontario; Commission de la sécurité professionnelle et de l’assurance contre les accidents du travail',
  },
  REGISTRY: {
    name: 'Decision of this registry',
    publisher: 'COR registry',
    nameFr: 'Décision de ce registre',
    publisherFr: 'Registre du COR',
  },
} as const satisfies Record<string, { readonly [Words in 'name' | 'publisher' | 'nameFr' | 'publisherFr']: string }>;

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
