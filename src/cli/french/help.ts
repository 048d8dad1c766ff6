/** What the help of the commands says, in French, by the English: descriptions, arguments, options, and commander’s own words. */
export const frenchHelp = {
  'The COR registry at the command line.': 'Le registre du COR en ligne de commande.',
  '\nExit codes: 0 done, 1 bad rows or differences found, 2 misuse or the environment does not allow it.':
    '\nCodes de sortie : 0 fait, 1 lignes erronées ou différences trouvées, 2 mauvaise utilisation ou environnement inadéquat.',
  '(registry --help lists the commands)': '(registry --help énumère les commandes)',
  'prove that no row of the log, the feed or a fact was changed': 'prouve qu’aucune ligne du journal, du fil ou d’un fait n’a été modifiée',
  'read the whole chain and every row that it stands for': 'lit toute la chaîne et chaque ligne qu’elle représente',
  'show the heads that were published, the newest first, as JSON': 'affiche les têtes publiées, la plus récente d’abord, en JSON',
  'check lists of bidders': 'vérifie des listes de soumissionnaires',
  'check a list of bidders against a registry': 'vérifie une liste de soumissionnaires auprès d’un registre',
  'check that the stored timelines match the facts, that no change was published before its day, and that the chain is complete':
    'vérifie que les chronologies consignées correspondent aux faits, qu’aucun changement n’a été publié avant son jour, et que la chaîne est complète',
  'list every setting with its default and its current value': 'énumère chaque réglage, avec sa valeur par défaut et sa valeur actuelle',
  'load an invented registry to try things out': 'charge un registre fictif pour faire des essais',
  'print the standing of an account on a day, with every clause consulted':
    'affiche la situation d’un compte un jour donné, avec chaque clause consultée',
  'write the accounts and the changes as JSON Lines; or the facts, as files to import':
    'écrit les comptes et les changements en JSON Lines; ou les faits, en fichiers à importer',
  'import CSV files or workbooks, all in one transaction': 'importe des fichiers CSV ou des classeurs, en une seule transaction',
  'list which keys still use what is deprecated in the schema': 'énumère les clés qui utilisent encore des éléments désuets du schéma',
  'list the background jobs, and those that failed permanently': 'énumère les tâches de fond, et celles qui ont échoué pour de bon',
  'retry parked jobs': 'relance des tâches mises de côté',
  'remove parked jobs': 'retire des tâches mises de côté',
  'make, list, rotate and revoke API keys': 'crée, énumère, renouvelle et révoque des clés d’API',
  'list every key, by holder': 'énumère toutes les clés, par titulaire',
  'give a key a new secret; the old one stays valid for a while': 'donne à une clé un nouveau secret; l’ancien reste valable un moment',
  'end a key': 'met fin à une clé',
  'make a key': 'crée une clé',
  'bring the tables up to date, and give the role of the server its rights':
    'met les tables à jour, et donne ses droits au rôle du serveur',
  'recompute every timeline under the current rules': 'recalcule chaque chronologie selon les règles actuelles',
  'make the public list now, or check a list that was downloaded': 'établit la liste publique maintenant, ou vérifie une liste téléchargée',
  'make a list of the day, beside the one that is made each night': 'établit une liste du jour, en plus de celle de chaque nuit',
  'check a downloaded file against the signature of its list, offline':
    'vérifie un fichier téléchargé d’après la signature de sa liste, hors ligne',
  'the signature of the list, as saved from /public-lists/<list>.jws':
    'la signature de la liste, telle qu’enregistrée depuis /public-lists/<list>.jws',
  'check receipts that others present': 'vérifie des reçus que d’autres présentent',
  'check the signature of a receipt, offline': 'vérifie la signature d’un reçu, hors ligne',
  'a registry whose time can be moved forward': 'un registre dont le temps peut être avancé',
  'make an empty database a sandbox, with invented firms': 'fait d’une base vide un bac à sable, avec des entreprises fictives',
  'how many accounts; 0 for none': 'nombre de comptes; 0 pour aucun',
  'move the time of a sandbox forward': 'avance le temps d’un bac à sable',
  'the day it is to be': 'le jour voulu',
  'the day of a sandbox': 'le jour d’un bac à sable',
  'withdraw changes that were published before their day': 'retire des changements publiés avant leur jour',
  'the keys that sign what others check later': 'les clés qui signent ce que d’autres vérifient plus tard',
  'make a key in a new file': 'crée une clé dans un nouveau fichier',
  'ask a registry for the standing of a firm; exit code 0: certified or pending':
    'demande à un registre la situation d’une entreprise; code de sortie 0 : certifiée ou en attente',
  'ask a registry whether a document is genuine and in effect; exit code 0: it is':
    'demande à un registre si un document est authentique et en vigueur; code de sortie 0 : il l’est',
  'the name, the WSIB account or the code beside the number, as printed on the document, to compare':
    'le nom, le compte de la WSIB ou le code à côté du numéro, tels qu’ils figurent sur le document, à comparer',
  'show changes of standing as they happen': 'affiche les changements de situation à mesure qu’ils surviennent',
  'address of the registry': 'adresse du registre',
  'API key; safer in the variable, where no other process can see it (default: no key)':
    'clé d’API; plus sûre dans la variable, où aucun autre processus ne peut la voir (par défaut : aucune clé)',
  'a head kept outside: <position>:<digest>, or a signed one; may be given several times':
    'une tête conservée ailleurs : <position>:<empreinte>, ou une tête signée; peut être donnée plusieurs fois',
  'CSV file or Excel workbook': 'fichier CSV ou classeur Excel',
  'what the tender accepts: a YAML file, or the name of a kept requirement (default: the standing alone)':
    'ce qu’accepte l’appel d’offres : un fichier YAML, ou le nom d’une exigence conservée (par défaut : la situation seule)',
  'the closing day, or the first day of the contract (default: today in Toronto)':
    'le jour de clôture, ou le premier jour du contrat (par défaut : aujourd’hui à Toronto)',
  'what to write': 'ce qu’il faut écrire',
  'write to this file (default: standard output)': 'écrit dans ce fichier (par défaut : la sortie standard)',
  'how many accounts': 'nombre de comptes',
  'show no progress': 'n’affiche pas la progression',
  'WSIB account number, imported key or id': 'numéro de compte de la WSIB, clé d’importation ou identifiant',
  'the day to ask about (default: today in Toronto)': 'le jour en question (par défaut : aujourd’hui à Toronto)',
  'use only what was recorded by this instant (ISO 8601, with its offset)':
    'ne tient compte que de ce qui était consigné à cet instant (ISO 8601, avec son décalage)',
  'only what is visible to anyone': 'seulement ce qui est visible à tous',
  'the changes too': 'les changements aussi',
  'write the facts as CSV files': 'écrit les faits en fichiers CSV',
  'write the facts as a workbook': 'écrit les faits en un classeur',
  'where to write (default: standard output)': 'où écrire (par défaut : la sortie standard)',
  'folder with organizations.csv, accounts.xlsx, …, or a workbook with a sheet for each':
    'dossier contenant organizations.csv, accounts.xlsx, …, ou classeur avec une feuille pour chacun',
  'write an empty workbook of the format instead (default: registry-template.xlsx here)':
    'écrit plutôt un classeur vide au format voulu (par défaut : registry-template.xlsx ici)',
  'where bad rows and warnings are written, as .csv or .xlsx (default: import-report-<time>.csv here)':
    'où écrire les lignes erronées et les avertissements, en .csv ou .xlsx (par défaut : import-report-<heure>.csv ici)',
  'keep the good rows if others are bad': 'conserve les bonnes lignes si d’autres sont erronées',
  'check everything, keep nothing': 'vérifie tout, ne conserve rien',
  'remove the demo registry that is loaded': 'supprime la démonstration chargée',
  'ids of parked jobs': 'identifiants de tâches mises de côté',
  'the part of the key between its underscores': 'la partie de la clé entre ses traits de soulignement',
  'until when the old secret stays valid (ISO 8601, with its offset; default: one day from now)':
    'jusqu’à quand l’ancien secret reste valable (ISO 8601, avec son décalage; par défaut : un jour)',
  'what it may see and do': 'ce qu’elle permet de voir et de faire',
  'the person or body that receives it': 'la personne ou l’organisme qui la reçoit',
  'whose file it opens: the key it was imported under, or its id (for an organization’s key)':
    'l’entreprise dont elle ouvre le dossier : sa clé d’importation ou son identifiant (pour la clé d’une entreprise)',
  'its last day, or an instant (ISO 8601, with its offset; default: never)':
    'son dernier jour, ou un instant (ISO 8601, avec son décalage; par défaut : jamais)',
  'language of what is shown: en or fr': 'langue de ce qui est affiché : en ou fr',
  'that of LC_ALL, LC_MESSAGES or LANG': 'celle de LC_ALL, LC_MESSAGES ou LANG',
  'list what would change, write nothing': 'énumère ce qui changerait, n’écrit rien',
  'the published keys, as saved from /.well-known/jwks.json (required)':
    'les clés publiées, telles que /.well-known/jwks.json les donne (obligatoire)',
  'the published keys, as saved from /.well-known/jwks.json': 'les clés publiées, telles que /.well-known/jwks.json les donne',
  'WSIB account, business or document number, or the legal name in quotes':
    'numéro de compte de la WSIB, d’entreprise ou de document, ou dénomination sociale entre guillemets',
  'the number printed on the document': 'le numéro imprimé sur le document',
  'fields of each change, such as "{ cursor kind }" (default: the usual body)':
    'champs de chaque changement, par exemple « { cursor kind } » (par défaut : le corps habituel)',
  'begin after this change (default: now)': 'commence après ce changement (par défaut : maintenant)',
  'keep the cursor of the last change in this file': 'garde dans ce fichier le curseur du dernier changement',
  'STANDING, DOCUMENT, CORRECTION, REASONS or NOTICE, separated by commas':
    'STANDING, DOCUMENT, CORRECTION, REASONS ou NOTICE, séparés par des virgules',
  'changes into or out of these standings, separated by commas':
    'changements vers ces situations ou depuis elles, séparées par des virgules',
  'only accounts on this watch list of yours': 'seulement les comptes de cette liste de surveillance, qui est la vôtre',
  'notices this many days ahead: 90, 60, 30, 14, 7 or 1, separated by commas (default: 30,14,7)':
    'préavis tant de jours à l’avance : 90, 60, 30, 14, 7 ou 1, séparés par des virgules (par défaut : 30,14,7)',
  'bring the messages of a webhook to your own machine': 'apporte les messages d’un webhook à votre propre machine',
  'where to post them': 'où les envoyer',
  'sign with this secret, whsec_… (default: a new one, which is shown)':
    'signe avec ce secret, whsec_… (par défaut : un nouveau, qui s’affiche)',
  'one JSON object a line': 'un objet JSON par ligne',
  'display help for command': 'affiche l’aide',
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  '[command]': '[commande]',
} as const satisfies Readonly<Record<string, string>>;

/** What commander says of a command that was not given as it takes it. */
export const frenchMisuse = {
  "error: missing required argument '{}'": 'erreur : il manque l’argument « {} »',
  "error: option '{}' argument missing": 'erreur : il manque la valeur de l’option « {} »',
  "error: required option '{}' not specified": 'erreur : il manque l’option « {} »',
  "error: option '{}' cannot be used with option '{}'": 'erreur : l’option « {} » ne va pas avec l’option « {} »',
  "error: unknown option '{}'\n(Did you mean {}?)": 'erreur : option inconnue « {} »\n(Vouliez-vous dire {}?)',
  "error: unknown option '{}'": 'erreur : option inconnue « {} »',
  "error: unknown command '{}'\n(Did you mean {}?)": 'erreur : commande inconnue « {} »\n(Vouliez-vous dire {}?)',
  "error: unknown command '{}'": 'erreur : commande inconnue « {} »',
  'one of {}': 'l’une de {}',
  "error: too many arguments for '{}'. Expected {} but got {}.": 'erreur : trop d’arguments pour « {} » (prévus : {}, donnés : {}).',
  'error: too many arguments. Expected {} but got {}.': 'erreur : trop d’arguments (prévus : {}, donnés : {}).',
  '{} arguments': '{}',
  '{} argument': '{}',
  "error: command-argument value '{}' is invalid for argument '{}'. {}":
    'erreur : la valeur « {} » de l’argument « {} » ne convient pas. {}',
  "error: option '{}' argument '{}' is invalid. {}": 'erreur : l’option « {} » n’admet pas la valeur « {} ». {}',
  "error: option '{}' value '{}' from env '{}' is invalid. {}":
    'erreur : l’option « {} » n’admet pas la valeur « {} » de la variable {}. {}',
  'Allowed choices are {}.': 'Valeurs admises : {}.',
  'It must be a name of 1 to 200 characters on one line, and not ANY_BUYER.':
    'Ce doit être un nom de 1 à 200 caractères, sur une ligne, autre que ANY_BUYER.',
  'It must be one or more of 90, 60, 30, 14, 7 and 1, separated by commas.':
    'Ce doit être un ou plusieurs des nombres 90, 60, 30, 14, 7 et 1, séparés par des virgules.',
  'It must be en or fr.': 'Ce doit être en ou fr.',
  'It must be a whole number from 1 to 9,999,999.': 'Ce doit être un nombre entier de 1 à 9 999 999.',
  'It must be a whole number.': 'Ce doit être un nombre entier.',
  'It must be a calendar day, written YYYY-MM-DD.': 'Ce doit être un jour du calendrier, sous la forme AAAA-MM-JJ.',
  'It must be a day, such as 2027-12-31, or an instant with its offset, such as 2027-12-31T17:00:00-05:00.':
    'Ce doit être un jour, comme 2027-12-31, ou un instant avec son décalage, comme 2027-12-31T17:00:00-05:00.',
  'It must be an instant with its offset, such as 2026-03-31T14:00:00-04:00.':
    'Ce doit être un instant avec son décalage, comme 2026-03-31T14:00:00-04:00.',
} as const satisfies Readonly<Record<string, string>>;
