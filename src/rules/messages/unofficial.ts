/**
 * The terms of the program and of the registry for which no official French was found, as the glossary has them: Letter of Good Standing,
 * equivalency, reciprocity, pending, bidding only, host association, re-audit, maintenance and transition audit, spot check, corrective action
 * plan, loss of certification, internal and external auditor, anniversary and the days counted from it, standing, registration, on record.
 */
const ourTerms = new RegExp(
  [
    'certification en règle|équivalence|réciprocité|en attente|soumissionner|association d’attache|contrôles? ponctuels?|mesures correctives',
    'vérifications? de (?:reprise|maintien|transition)|vérificat(?:eur|rice)s? (?:interne|externe)s?|(?<!rien n’est )perdue?s?|perdra|perte',
    'dates? anniversaires?|\\d+e jour|situation(?!s d’urgence)|inscri|consign',
  ].join('|'),
  'i',
);

/** Whether a French sentence uses a term that has no official French. */
export const usesOurTerms = (sentence: string): boolean => ourTerms.test(sentence);
