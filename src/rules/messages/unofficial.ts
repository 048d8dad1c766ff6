/**
 * The program's terms of art for which no official French was found: Letter of Good Standing, equivalency, reciprocity, pending, bidding
 * only, host association, re-audit, maintenance and transition audit, spot check, corrective action plan, loss of certification, internal and
 * external auditor, anniversary. Words of everyday French that the registry has chosen for itself, such as *inscription* or *consigné*, are not
 * among them.
 */
const ourTerms =
  /certification en règle|équivalence|réciprocité|en attente|soumissionner|association d’attache|vérifications? de (reprise|maintien|transition)|contrôles? ponctuels?|mesures correctives|perdue?s?|perdra|perte|vérificateurs? (interne|externe)s?|dates? anniversaires?/i;

/** Whether a French sentence uses a term that has no official French. */
export const usesOurTerms = (sentence: string): boolean => ourTerms.test(sentence);
