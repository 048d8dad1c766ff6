/** Why no rule computes a clause, in French, by its id; of the others, no rule computes them yet. */
export const notEncodedFrench: Readonly<Record<string, string>> = {
  'F-11': 'Reprend G-1.2.a, G-1.2.b et G-1.2.d.',
  'F-15': 'Reprend G-1.2.b.',
  'G-3.2.b': 'Le registre ne consigne pas où un logo est imprimé; la situation montre qui est certifié.',
  'F-8': 'Assuré par la tenue du registre : une inscription ne nomme aucune norme, et chaque vérification nomme son outil.',
  'F-10': 'Reprend G-2.0 et G-2.5.a.',
  'F-20': 'Conseil seulement; X-4 en a depuis fait une règle.',
  'F-21': 'Conseil pour la transition seulement; X-4 y a depuis mis fin.',
  'G-5':
    'Reprend ce que G-5.a dit d’un document en vigueur; la situation « autorisé à soumissionner seulement » ne vaut jamais ' +
    'certification.',
  'G-8.c': 'Vise l’usage que l’IHSA fait elle-même de ce qu’elle détient; le registre ne publie aucun renseignement de vérification.',
  'R-46':
    'Assuré par la base de données, qui garde ce que chaque modification a remplacé et l’enregistrement par lequel cela a été ' + 'connu.',
  'X-18': 'Le registre avertit de ce que dit le règlement et ne juge d’aucune contravention.',
  'X-9':
    'La demande consigne l’association qui confirme un COR d’une association d’attache; aucune réponse n’est calculée à partir de ' +
    'la liste.',
  'X-10': 'Forme de saisie, vérifiée à la lecture.',
  'X-12': 'L’acheteur choisit le jour visé; chaque réponse porte sur un seul jour.',
  'X-27': 'Aucun nombre ni aucune réponse n’en découle; on y lit pourquoi la remarque de la foire aux questions est dépassée.',
  'X-31': 'Vise les messages en français.',
  'X-13': 'Vise les messages en français, qui en portent la marque.',
};

/** For a clause that could be computed but is not yet. */
export const notYetFrench = 'Aucune règle ne le calcule pour l’instant.';
