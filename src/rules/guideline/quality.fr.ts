import type { quality } from './quality.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const qualityFrench: Readonly<Record<keyof typeof quality, string>> = {
  'G-4.4.a':
    'L’IHSA peut faire un contrôle ponctuel d’une entreprise certifiée en tout temps. Une lettre officielle dit ensuite qu’aucune ' +
    'suite n’est exigée, ou que des mesures correctives le sont.',
  'G-4.4.b':
    'Pour conserver sa certification, l’entreprise met entièrement en œuvre ses mesures correctives dans les 90 jours suivant la ' +
    'réception de la lettre.',
  'G-4.4.c': 'L’IHSA valide la mise en œuvre du plan de mesures correctives, dans la mesure qu’elle juge indiquée; des frais s’appliquent.',
  'R-15':
    'La mise en œuvre complète doit être déclarée au plus tard le 90e jour; la validation de l’IHSA peut venir plus tard. Sans ' +
    'déclaration au plus tard le 90e jour, la certification est perdue à compter du 91e jour. Une constatation « non mises en ' +
    'œuvre » compte si aucune déclaration faite à temps ne l’a suivie : la certification est alors perdue à compter du jour de la ' +
    'constatation, jamais avant le 91e jour. Une déclaration faite le jour d’une constatation ne l’a pas suivie. Une validation ' +
    'par l’IHSA au plus tard le 90e jour prouve que la mise en œuvre était alors complète : elle vaut déclaration faite à temps, ' +
    'qu’il y en ait une ou non, et met fin à une constatation antérieure; le même jour, c’est la constatation qui compte. Une ' +
    'validation après le 90e jour confirme une déclaration faite à temps et ne change rien d’autre.',
  'R-16':
    'Un contrôle ponctuel a effet si un certificat du compte était en vigueur ou en attente le jour où sa lettre a été reçue, même ' +
    'sous une révocation. La perte qui en résulte emporte tous les certificats délivrés avant le jour de la perte, y compris ceux ' +
    'd’équivalence, mais aucun de ceux qui étaient perdus, remplacés ou expirés avant ce jour. S’il n’en reste aucun, il n’y a pas ' +
    'de perte, et les inscriptions demeurent en vigueur.',
  'G-4.5':
    'Les représentants de la haute direction et les vérificateurs internes signent le code d’éthique, et les vérificateurs ' +
    'externes s’y conforment. Un vérificateur dont il est établi qu’il l’a enfreint intentionnellement est retiré du programme.',
  'R-17':
    'À compter du jour du retrait d’un vérificateur, ses nouveaux travaux sont refusés; ses vérifications antérieures demeurent ' +
    'valables, sauf si l’IHSA consigne le contraire.',
};
