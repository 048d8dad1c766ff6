import type { disclosure } from './disclosure.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const disclosureFrench: Readonly<Record<keyof typeof disclosure, string>> = {
  'G-8.a':
    'Ce qu’une vérification constate ou produit (notes, constatations, rapports, plans de mesures correctives, appels, entrevues) ' +
    'est confidentiel entre l’IHSA, l’entreprise et le vérificateur qui l’a faite.',
  'G-8.b':
    'L’IHSA ne communique rien de ce qu’elle a obtenu par une vérification sans l’autorisation écrite expresse d’un représentant ' +
    'autorisé de l’entreprise.',
  'G-8.c':
    'L’IHSA peut utiliser les renseignements à l’interne, sans désigner de projet, d’entreprise ou de travailleur, sauf ' +
    'autorisation écrite.',
  'R-28':
    'Un consentement nomme le destinataire, la portée, et son premier et son dernier jour. Ce qui décide est qu’il soit en vigueur ' +
    'le jour de la requête, quel que soit le jour sur lequel elle porte; un retrait a donc un effet immédiat. Toute communication ' +
    'en vertu d’un consentement figure au journal d’audit. Nul ne peut consentir à une communication à un destinataire non ' +
    'nommé. Une demande faite par le portail PRESTO vaut consentement aux faits de vérification à compter du jour où le portail ' +
    'consigne sa référence; une fois retirée, cette référence ne peut être consignée de nouveau.',
  'R-37':
    'Chacun voit « certifié » et « en attente », avec la norme, le certificat, sa lettre et ses jours. Les acheteurs voient aussi ' +
    '« autorisé à soumissionner seulement ». La WSIB, qui vérifie les comptes, et les titulaires de clé munis d’un consentement voient ' +
    'aussi « inscrit ». Tout le reste se présente comme un compte qui n’est pas au registre. Les seuls motifs montrés portent sur ' +
    'le document montré, jamais sur un contrôle ponctuel ou une révocation passée, et les jours qui se présentent de la même façon ' +
    'forment une seule période. Le jour où une situation changera se déduit des situations jour par jour; il est donc montré. La ' +
    'situation qui suit n’est montrée qu’à ceux qui peuvent la voir.',
  'G-3.1': 'L’IHSA tient une liste des entreprises inscrites et, sur son site Web, celle des entreprises certifiées.',
  'X-7': 'L’IHSA publie les entreprises certifiées, et non celles qui sont seulement inscrites.',
  'R-38':
    'Une confirmation d’inscription, un certificat de reconnaissance, une lettre de certification en règle (Letter of Good ' +
    'Standing), une lettre provisoire et une lettre de réciprocité ont chacun un numéro par lequel chacun peut vérifier si le ' +
    'document est authentique et en vigueur. Un document est en vigueur tant que les règles appuient ce qu’il dit : une ' +
    'confirmation tant que son inscription est en vigueur, un certificat tant qu’il est en vigueur ou en attente, une lettre tant ' +
    'qu’elle est la dernière qui vaut pour un tel certificat, et un document permettant de soumissionner pendant sa durée. Aucun ' +
    'n’est en vigueur pendant une révocation. S’il y a plusieurs lettres pour une année, la première est retenue. Une lettre ' +
    'd’équivalence et une lettre d’intention ne disent rien de plus que le certificat et l’inscription sur lesquels elles ' +
    'reposent, à compter de leur propre jour. Quiconque a le numéro apprend ce qu’il est advenu du document : en attente, perdu, ' +
    'expiré, remplacé (par lequel seulement si c’est public) ou retiré, ce qui couvre toute autre fin. Un numéro importé peut ' +
    'se deviner; l’entreprise n’est donc nommée qu’à la personne qui donne son nom, son numéro de compte de la WSIB ou le code ' +
    'imprimé sur le document. Un certificat ou une lettre que délivre le registre repose sur ce que sa vérification et le ' +
    'processus montrent à son jour, et cela est conservé avec le document; un document importé est pris tel quel, est en vigueur ' +
    'aux mêmes conditions, et ce qui lui manque est signalé.',
  'X-8':
    'Certains propriétaires ont accepté une lettre d’intention à la préqualification. Elle dit qu’une entreprise est inscrite et ' +
    'vise le COR.',
  'X-3':
    'Un propriétaire du secteur public qui exige, pour la construction, un système de gestion de la santé et de la sécurité au travail ' +
    'accrédité par la directrice générale ou le directeur général de la prévention accepte tout système accrédité à titre égal. Nous n’en avons pas lu les ' +
    'articles 3 à 5.',
};
