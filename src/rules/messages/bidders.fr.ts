import type { biddersEnglish } from './bidders.en.ts';

/** Our French of the rows of a list of bidders. */
export const biddersFrench = {
  'bidder-business-number-with-wrong-check-digit':
    'Ceci ressemble à un numéro d’entreprise dont le chiffre de contrôle est inexact\u00A0: un des chiffres a été mal saisi.',
  'bidder-account-with-letters': 'Ceci ressemble à un numéro de compte de la WSIB qui contient des lettres\u00A0: il n’a que des chiffres.',
  'bidder-telephone-number': 'C’est un numéro de téléphone.',
  'bidder-date': 'C’est une date.',
  'bidder-email-address': 'C’est une adresse de courriel.',
  'bidder-postal-code': 'C’est un code postal.',
  'bidder-number-rounded-by-a-spreadsheet':
    'Un tableur a arrondi ce numéro\u00A0: mettez la colonne au format texte et saisissez-le de nouveau.',
  'bidder-name': 'C’est un nom et non un numéro.',
  'bidder-nothing-to-read': 'Il n’y a ni lettre ni chiffre à chercher.',
  'bidder-too-long': 'C’est plus long que n’importe quel nom ou numéro.',
} as const satisfies Record<keyof typeof biddersEnglish, string>;
