import type { biddersEnglish } from './bidders.en.ts';

/** Our French of the rows of a list of bidders. */
export const biddersFrench = {
  'bidder-business-number-with-wrong-check-digit':
    'Ceci ressemble à un numéro d’entreprise dont le chiffre de contrôle est inexact\u00A0: un des chiffres a été mal saisi.',
  'bidder-account-with-letters':
    'Ceci ressemble à un numéro de compte de la WSIB qui contient une lettre\u00A0: un tel numéro peut en avoir, mais ceux d’aujourd’hui n’ont que des chiffres.',
  'bidder-telephone-number': 'C’est un numéro de téléphone.',
  'bidder-date': 'C’est une date.',
  'bidder-email-address': 'C’est une adresse de courriel.',
  'bidder-postal-code': 'C’est un code postal.',
  'bidder-number-rounded-by-a-spreadsheet':
    'Un tableur a arrondi ce numéro\u00A0: mettez la colonne au format texte et saisissez-le de nouveau.',
  'bidder-name': 'C’est un nom et non un numéro.',
  'bidder-nothing-to-read': 'Il n’y a ni lettre ni chiffre à chercher.',
  'bidder-too-long': 'C’est plus long que n’importe quel nom ou numéro.',
  'number-wsib-account': 'Ceci a la forme d’un numéro de compte de la WSIB\u00A0: indiquez-le comme tel.',
  'number-business-number':
    'Aucun compte n’a été trouvé sous ce numéro, qui a la forme d’un numéro d’entreprise\u00A0: si c’en est un, indiquez-le comme tel.',
  'number-document-number': 'Aucun compte n’a été trouvé sous ce numéro\u00A0: si c’est celui d’un document, indiquez-le comme tel.',
  'number-wrong-number-of-digits':
    'Ce numéro n’a ni le nombre de chiffres d’un numéro de compte de la WSIB ni celui d’un numéro d’entreprise.',
  'number-several-numbers': 'Il y a ici plusieurs numéros\u00A0: mettez chacun sur sa propre ligne.',
  'bidder-several-firms': 'Il peut s’agir de plusieurs entreprises\u00A0: mettez chacune sur sa propre ligne, avec son numéro.',
  'number-with-other-text': 'Il y a ici plus qu’un numéro\u00A0: saisissez le numéro seul.',
  'number-amount': 'Ceci ressemble à un montant d’argent.',
  'number-spreadsheet-error': 'Une erreur de tableur se trouve à la place du numéro.',
  'number-placeholder': 'Ceci indique seulement qu’il n’y a ni nom ni numéro.',
} as const satisfies Record<keyof typeof biddersEnglish, string>;
