import type { receiptEnglish } from './receipt-words.en.ts';

/** The French of the pages of receipts. */
export const receiptFrench: Readonly<Record<keyof typeof receiptEnglish, string>> = {
  receiptTitle: 'Ouvrir un reçu',
  receiptNav: 'Ouvrir un reçu',
  receiptIntro:
    'Un reçu est une réponse du registre conservée par le titulaire d’une clé d’API : son numéro figure sur la pièce justificative d’une liste. Il s’ouvre à son titulaire et indique si la réponse serait différente aujourd’hui.',
  receiptNumber: 'Numéro du reçu',
  receiptNumberHint: 'Par exemple REC-2026-7K3M9QX2TB.',
  receiptKey: 'Clé d’API de son titulaire',
  submitReceipt: 'Ouvrir le reçu',
  receiptNeedsKey: 'Pour ouvrir un reçu, saisissez la clé d’API de son titulaire.',
  receiptUnknown: 'Votre clé n’ouvre aucun reçu de ce numéro. Comparez le numéro; un reçu ne s’ouvre qu’à son titulaire et au personnel.',
  receiptOf: 'Reçu {number}',
  receiptSame: 'Chaque réponse serait la même aujourd’hui.',
  receiptDiffers: 'Réponses qui seraient différentes aujourd’hui : {count} sur {rows}.',
  receiptSameNow: 'la même',
  receiptHolder: 'Conservé par',
  receiptKeptAt: 'Conservé le',
  receiptRules: 'Règles du registre',
  receiptAsked: 'Demande',
  receiptSaid: 'La réponse',
  receiptNow: 'Réponse d’aujourd’hui',
  receiptSigned: 'Reçu signé (pour les programmes)',
  receiptNotSigned: 'Ce registre n’a pas de clé de signature et ne signe donc pas les reçus.',
  differsRECORDED_SINCE: 'Un fait a été consigné ou corrigé depuis.',
  differsOTHER_RULES: 'Les règles du registre ont changé depuis.',
  differsOTHER_RIGHTS: 'Vous ne voyez pas les mêmes choses que son titulaire à ce moment-là.',
  severalFirms: 'Plusieurs entreprises possibles',
  noStanding: 'Situation non indiquée',
  notLookedUp: 'Aucune recherche faite',
  unreadableRow: 'Pas une entreprise',
};
