import type { appeals } from './appeals.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const appealsFrench: Readonly<Record<keyof typeof appeals, string>> = {
  'G-7.a':
    'Un résultat de vérification peut être porté en appel sur la base des éléments de preuve remis à l’origine au vérificateur ' +
    'externe. Le résultat de la vérification interne initiale ne peut être porté en appel.',
  'F-28':
    'L’appel du résultat d’une vérification interne ou externe est déposé sur le formulaire dans les cinq jours ouvrables suivant ' +
    'l’avis officiel du résultat.',
  'G-7.b':
    'L’appel est déposé sur le formulaire dans les cinq jours ouvrables suivant la réception du rapport; il en est accusé ' +
    'réception dans les deux jours ouvrables, et il est tranché dans les cinq jours ouvrables suivant sa réception.',
  'G-7.c':
    'L’appel est déposé dans les cinq jours ouvrables suivant le rejet; il en est accusé réception dans les deux jours ouvrables, ' +
    'et il est tranché dans les cinq. Une entente est signée sur le formulaire par les deux parties.',
  'G-7.d':
    'À défaut d’entente, le vice-président des programmes stratégiques examine le dossier dans les cinq jours ouvrables suivant la ' +
    'décision de niveau 2; sa décision est définitive.',
  'X-6':
    'Le jour de l’An, le jour de la Famille (depuis 2008), le Vendredi saint, la fête de la Reine, la fête du Canada, la fête du ' +
    'Travail, l’Action de grâce, Noël et le lendemain de Noël. Le lundi de Pâques, le congé civique, le 30 septembre et le jour du ' +
    'Souvenir n’en font pas partie.',
  'R-25':
    'La foire aux questions parle des résultats internes et externes; les lignes directrices excluent la vérification interne ' +
    'initiale. Les résultats des vérifications externes, de reprise et de maintien peuvent donc être portés en appel.',
  'R-26':
    'Pendant un appel, tous les autres délais continuent de courir : l’attente, la perte et les six mois arrivent à leurs jours ' +
    'habituels.',
  'R-27':
    'Les jours ouvrables vont du lundi au vendredi, sauf les jours fériés de l’Ontario; un jour férié qui tombe une fin de semaine ' +
    'n’est pas reporté à un autre jour.',
  'R-48':
    'Une décision d’appel qui change le résultat d’une vérification vaut à compter de son jour et ne rétablit rien de ce qui est ' +
    'perdu : rendue le 90e jour, une lettre peut encore être délivrée; le 91e, aucune. Un contrôle ponctuel ne peut être porté en ' +
    'appel, ni une vérification interne initiale, y compris après une perte.',
  'R-64':
    'Ce sur quoi repose une lettre est jugé à la date de sa délivrance. Si, selon des notes ultérieures, sa vérification n’est pas ' +
    'réussie, la lettre demeure valable et rien n’est perdu; les lacunes doivent être corrigées, dans les 90 jours suivant la date ' +
    'anniversaire tant qu’ils courent, et le personnel de l’IHSA est alerté et décide de la suite, jusqu’à ce que la vérification ' +
    'soit de nouveau réussie ou que la lettre de l’année suivante soit délivrée.',
};
