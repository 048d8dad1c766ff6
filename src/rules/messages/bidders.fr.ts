import type { biddersEnglish } from './bidders.en.ts';

/** Our French of the rows of a list of bidders. */
export const biddersFrench = {
  'bidder-business-number-with-wrong-check-digit':
    'Ceci ressemble à un numéro d’entreprise dont le chiffre de contrôle est inexact\u00A0: un des chiffres a été mal saisi.',
  'bidder-account-with-letters': 'Ceci ressemble à un numéro de compte de la WSIB qui contient des lettres\u00A0: il n’a que des chiffres.',
  'bidder-telephone-number': 'Ceci est un numéro de téléphone.',
  'bidder-date': 'Ceci est une date.',
  'bidder-email-address': 'Ceci est une adresse de courriel.',
  'bidder-postal-code': 'Ceci est un code postal.',
  'bidder-number-rounded-by-a-spreadsheet':
    'Un tableur a arrondi ce numéro\u00A0: mettez la colonne au format texte et saisissez-le de nouveau.',
  'bidder-name': 'Ceci est un nom à la place d’un numéro.',
  'bidder-nothing-to-read': 'Il n’y a ni lettre ni chiffre à chercher.',
  'bidder-too-long': 'Ceci est plus long que tout nom ou numéro.',
} as const satisfies Record<keyof typeof biddersEnglish, string>;
