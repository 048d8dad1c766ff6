import { frenchOfFields } from './errors-fields.ts';
import { type InFrench, phrasebook } from './errors-phrases.ts';

/** What errors say, in French, by the English of the catalogue; `{}` stands for what is said in both languages, or for words of this table. */
export const frenchOfFaults = {
  'The API key is wrong. Send it in full, as it was issued: {}.':
    'La clé d’API est erronée. Envoyez-la en entier, telle qu’elle a été délivrée : {}.',
  'Send the API key in this header: {}. Where it stands it is not read, and an address is kept in logs.':
    'Envoyez la clé d’API dans cet en-tête : {}. Là où elle se trouve, elle n’est pas lue, et une adresse reste dans des journaux.',
  'Put the key at the top of connection_init: {}.': 'Placez la clé au premier niveau de connection_init : {}.',
  'This API key is held to a list of documents, and this is none of them. Ask for it to be added by its SHA-256, extensions.documentId.':
    'Cette clé d’API est limitée à une liste de documents, et celui-ci n’en fait pas partie. Demandez son ajout d’après son SHA-256, extensions.documentId.',
  'The API key has expired. Ask for a new one, or use the key that replaced it.':
    'La clé d’API est expirée. Demandez-en une nouvelle, ou utilisez celle qui l’a remplacée.',
  'The token has expired. Exchange your API key for a new one at /oauth/token.':
    'Le jeton est expiré. Échangez votre clé d’API contre un nouveau jeton à /oauth/token.',
  'The API key was revoked. Ask for a new one.': 'La clé d’API a été révoquée. Demandez-en une nouvelle.',
  'The operation asks for too much: {} {}; at most {} are allowed. {}': 'L’opération demande trop : {} {}; le maximum est de {}. {}',
  'Move values into variables, or send the fields in several requests.':
    'Placez les valeurs dans des variables, ou répartissez les champs entre plusieurs requêtes.',
  'Ask for the inner objects in a second request, by `node` and their id.':
    'Demandez les objets intérieurs dans une deuxième requête, par `node` et leur identifiant.',
  'Send the fields in several requests, or use a field that takes a list.':
    'Répartissez les champs entre plusieurs requêtes, ou utilisez un champ qui prend une liste.',
  'Send the fields in several requests.': 'Répartissez les champs entre plusieurs requêtes.',
  'Ask for the inner lists in a second request, by `nodes` and their ids.':
    'Demandez les listes intérieures dans une deuxième requête, par `nodes` et leurs identifiants.',
  'Ask for smaller pages or shorter lists in several requests, or for fewer objects of each element.':
    'Demandez des pages plus petites ou des listes plus courtes en plusieurs requêtes, ou moins d’objets par élément.',
  'Split the list into several requests.': 'Répartissez la liste entre plusieurs requêtes.',
  'Complete one, or open another socket.': 'Terminez-en un, ou ouvrez une autre connexion.',
  tokens: 'jetons',
  'levels of fields': 'niveaux de champs',
  aliases: 'alias',
  'root fields': 'champs à la racine',
  directives: 'directives',
  nodes: 'nœuds',
  'cost points': 'points de coût',
  'things looked up by number, name or id': 'recherches par numéro, nom ou identifiant',
  'subscriptions on one socket': 'abonnements par connexion',
  "{} lies before the registry's first record, at {}.": '{} précède le premier fait consigné au registre, le {}.',
  'This needs an API key that permits {}.': 'Cette opération exige une clé d’API qui permet : {}.',
  'asking about the rebate': 'les questions sur le rabais',
  'asking what-if questions about an account': 'les questions hypothétiques sur un compte',
  'supposing anything but audits': 'des suppositions autres que des vérifications',
  'giving or withdrawing consents': 'l’octroi et le retrait de consentements',
  'making requests for equivalency': 'les demandes d’équivalence',
  'recording applications to SOSE': 'la consignation des demandes au programme PRESTO',
  'reporting WSIB accounts': 'les déclarations sur les comptes de la WSIB',
  'reporting recognitions': 'les déclarations de reconnaissances',
  'making public lists': 'la création de listes publiques',
  'moving the time of a sandbox': 'l’avancement du temps d’un bac à sable',
  'This registry is no sandbox: its time cannot be moved.': 'Ce registre n’est pas un bac à sable : son temps ne peut être avancé.',
  'The time of this sandbox is moving already. Ask again once {} is true.':
    'Le temps de ce bac à sable avance déjà. Redemandez quand {} sera vrai.',
  'Subscriptions are not served here.': 'Les abonnements ne sont pas offerts ici.',
  number: 'numéro',
  receipt: 'reçu',
  receipts: 'les reçus',
  'There is no such page. The GraphQL API is at /graphql.': 'Cette page n’existe pas. L’API GraphQL est à /graphql.',
  'The request is not valid.': 'La requête n’est pas valide.',
  'Something went wrong.': 'Une erreur est survenue.',
  'status list': 'liste d’états',
  'public list': 'liste publique',
  'This public list has no signature: the registry had no signing keys when it was made. Its files are there.':
    'Cette liste publique n’est pas signée : le registre n’avait pas de clés de signature quand elle a été faite. Ses fichiers sont disponibles.',
  'lists within lists': 'listes imbriquées',
  'keeping receipts': 'la conservation de reçus',
  'You already have {} watch lists, which is the maximum. Delete one first.':
    'Vous avez déjà {} listes de surveillance, soit le maximum. Supprimez-en une d’abord.',
  'You already have {} calendars, which is the maximum. Revoke one first.':
    'Vous avez déjà {} calendriers, soit le maximum. Révoquez-en un d’abord.',
  'You already have {} daily e-mails, which is the maximum. End one first.':
    'Vous avez déjà {} courriels quotidiens, soit le maximum. Mettez fin à l’un d’eux d’abord.',
  'You have made {} daily e-mails within 24 hours, which is the maximum. Try again tomorrow.':
    'Vous avez créé {} courriels quotidiens en 24 heures, soit le maximum. Réessayez demain.',
  'This registry sends no daily e-mail.': 'Ce registre n’envoie pas de courriel quotidien.',
  'daily e-mail': 'courriel quotidien',
  'reading the obligations of an organization': 'la lecture des obligations d’une entreprise',
  'You already keep {} requirements, which is the maximum. Remove one first.':
    'Vous conservez déjà {} exigences, soit le maximum. Supprimez-en une d’abord.',
  'keeping requirements': 'la conservation d’exigences',
  'kept requirement': 'exigence conservée',
  'You already have {} webhooks, which is the maximum. Delete one first.':
    'Vous avez déjà {} webhooks, soit le maximum. Supprimez-en un d’abord.',
  'The header {} must be sent exactly as an answer returned it.': 'L’en-tête {} doit être envoyé exactement tel qu’une réponse l’a fourni.',
  'The form cannot be read.': 'Le formulaire est illisible.',
  'Send a document by PUT to the path that requestUpload returned.': 'Envoyez un document par PUT au chemin que requestUpload a fourni.',
  'Request a stream by GET or POST.': 'Demandez un flux par GET ou POST.',
  'Streams need a client that accepts text/event-stream; for single answers use {}.':
    'Les flux exigent un client qui accepte text/event-stream; pour une seule réponse, utilisez {}.',
  'The request is not a GraphQL over Server-Sent Events request.': 'La requête n’est pas une requête GraphQL par Server-Sent Events.',
  'watch lists': 'les listes de surveillance',
  'calendars of an organization': 'les calendriers d’une entreprise',
  webhooks: 'les webhooks',
  'reading the work queue': 'la lecture de la file de travail',
  'reading the register of external auditors': 'la lecture du registre des vérificateurs externes',
  'naming an auditor': 'la désignation d’un vérificateur',
  'erasing the name of an external auditor': 'l’effacement du nom d’un vérificateur externe',
  'recording as IHSA’s staff': 'la consignation par le personnel de l’IHSA',
  'sharing a submission': 'le partage d’une soumission',
  'administering API keys': 'la gestion des clés d’API',
  'recording an exception': 'la consignation d’une exception',
  'asking what is missing for a document': 'les questions sur ce qui manque pour délivrer un document',
  'applying for registration': 'les demandes d’inscription',
  'Introspection needs an API key. Anyone can read the schema at {}.':
    'L’introspection exige une clé d’API. Le schéma est à la disposition de tous à {}.',
  'This registry issues no credentials yet: its operator must give it {}.':
    'Ce registre ne délivre pas encore de justificatifs vérifiables : son exploitant doit lui donner {}.',
  'a public address': 'une adresse publique (REGISTRY_PUBLIC_URL)',
  'signing keys': 'des clés de signature',
  'There is no such {}.': 'Introuvable : {}.',
  account: 'compte',
  application: 'demande d’inscription',
  'bidding-only document': 'document permettant de soumissionner seulement',
  organization: 'entreprise',
  certificate: 'certificat',
  letter: 'lettre',
  appeal: 'appel',
  audit: 'vérification',
  'action plan': 'plan d’action',
  'API key': 'clé d’API',
  consent: 'consentement',
  designation: 'désignation',
  document: 'document',
  'lead auditor': 'vérificateur principal',
  'external auditor': 'vérificateur externe',
  'item of work': 'travail à faire',
  page: 'page',
  'period on the approved list': 'période sur la liste approuvée',
  person: 'personne',
  recognition: 'reconnaissance',
  registration: 'inscription',
  request: 'demande',
  retraining: 'nouvelle formation',
  revocation: 'révocation',
  'spot check': 'contrôle ponctuel',
  'training exemption': 'exemption de formation',
  upload: 'téléversement',
  calendar: 'calendrier',
  'watch list': 'liste de surveillance',
  webhook: 'webhook',
  'The record has been removed since you read it. Nothing was changed.':
    'L’enregistrement a été supprimé depuis votre lecture. Rien n’a été modifié.',
  'The record has changed since you read it: it is now at version {}. Your change was not made.':
    'L’enregistrement a changé depuis votre lecture : sa version est maintenant {}. Votre modification n’a pas été faite.',
  '{} was already used for another request. Nothing was changed.': '{} a déjà servi à une autre requête. Rien n’a été modifié.',
  'The request body must have at most {} bytes.': 'Le corps de la requête doit avoir au plus {} octets.',
  'The documents of an account must not exceed {} bytes in total per year.':
    'Les documents d’un compte ne doivent pas dépasser {} octets au total par an.',
  'The request body must be JSON in UTF-8, not compressed, with content-type: application/json.':
    'Le corps de la requête doit être du JSON en UTF-8, non compressé, avec content-type: application/json.',
  'Send the bytes of the file as the body, neither compressed (content-encoding) nor in a form (multipart/form-data).':
    'Envoyez les octets du fichier comme corps, ni compressés (content-encoding) ni dans un formulaire (multipart/form-data).',
  'The content of the file is not of an accepted type: {}.': 'Le contenu du fichier n’est pas d’un type accepté : {}.',
  'The content of the file is {}, which does not match its content-type. Nothing was kept.':
    'Le contenu du fichier est {}, ce qui ne correspond pas à son content-type. Rien n’a été conservé.',
  'This upload has already received a file, or is receiving one now. Request a new upload to send another file.':
    'Ce téléversement a déjà reçu un fichier, ou en reçoit un. Demandez un nouveau téléversement pour envoyer un autre fichier.',
  'This upload has expired. Request a new one.': 'Ce téléversement est expiré. Demandez-en un nouveau.',
  'The budget of {} is used up for now. Try again in {} s.': 'Le budget est épuisé pour l’instant ({}). Réessayez dans {} s.',
  'The request body must arrive within {} seconds.': 'Le corps de la requête doit arriver en {} s au plus.',
  'The request took longer than {} seconds.': 'La requête a duré plus de {} s.',
  'The database took too long to answer. Ask for less, or try again.':
    'La base de données a mis trop de temps à répondre. Demandez moins, ou réessayez.',
  'Events were not received in time. Subscribe again `after` the cursor: nothing is lost.':
    'Les événements n’ont pas été reçus à temps. Abonnez-vous de nouveau avec `after` et le curseur : rien n’est perdu.',
  'This looks like a WebSocket whose header {} a proxy has left out. Let the proxy pass it on.':
    'Il semble s’agir d’un WebSocket dont un mandataire a omis l’en-tête {}. Le mandataire doit le transmettre.',
  'This server is stopping. Connect again.': 'Ce serveur s’arrête. Connectez-vous de nouveau.',
  'You have too many connections open. Close one first.': 'Vous avez trop de connexions ouvertes. Fermez-en une d’abord.',
  'Pages of this origin may not connect.': 'Les pages de cette origine ne peuvent pas se connecter.',
  'The database does not answer. Try again shortly.': 'La base de données ne répond pas. Réessayez sous peu.',
  'The registry lacks a right in its database. Its operator can see which. Try again later.':
    'Il manque au registre un droit dans sa base de données. Son exploitant peut voir lequel. Réessayez plus tard.',
  'Documents cannot be stored or read at the moment. Try again later.':
    'Les documents ne peuvent être conservés ni lus pour le moment. Réessayez plus tard.',
  'The registry is busy. Try again shortly.': 'Le registre est occupé. Réessayez sous peu.',
  'Something went wrong in the registry. Quote the request id when you report it.':
    'Une erreur est survenue dans le registre. Mentionnez le requestId en la signalant.',
  'A variable is not valid.': 'Une variable n’est pas valide.',
  'A {} is not served here. {}': 'Ce type d’opération ({}) n’est pas offert ici. {}',
  'Subscriptions are served by WebSocket at /graphql and as Server-Sent Events at /graphql/stream.':
    'Les abonnements sont offerts par WebSocket à /graphql et par Server-Sent Events à /graphql/stream.',
  'Queries and mutations are served by HTTP at /graphql.': 'Les requêtes et les mutations sont offertes par HTTP à /graphql.',
  'The request body is not valid JSON.': 'Le corps de la requête n’est pas du JSON valide.',
  'The request body must be a JSON object.': 'Le corps de la requête doit être un objet JSON.',
  'The request ended before its body was complete.': 'La requête s’est terminée avant la fin de son corps.',
  'The query must be text.': 'La requête doit être un texte.',
  'The file is empty.': 'Le fichier est vide.',
  'The process is starting.': 'Le processus démarre.',
  'The server is stopping.': 'Le serveur s’arrête.',
  'The database does not answer.': 'La base de données ne répond pas.',
  'The database is a standby, which takes no writes.': 'La base de données est un serveur de secours, qui n’accepte aucune écriture.',
  'The database has not had every migration.': 'La base de données n’a pas reçu toutes les migrations.',
  'Something could not be stored within the last minute: the disk of the database or of documents may be full.':
    'Certaines données n’ont pu être conservées au cours de la dernière minute : le disque de la base de données ou des documents est peut-être plein.',
  'The role of the database lacks a right that the registry needs. The log says which.':
    'Il manque au rôle de la base de données un droit dont le registre a besoin. Le journal indique lequel.',
  'Changes could not be given their positions for a minute.': 'Depuis une minute, les changements n’ont pu recevoir leur position.',
  'The clock of this machine is {} seconds {} the database’s.':
    'L’horloge de cette machine s’écarte de celle de la base de données : {} secondes {}.',
  'ahead of': 'd’avance',
  behind: 'de retard',
  'Exactly one number must be given.': 'Il faut donner exactement un numéro.',
  'This is the number of a document: give it as documentNumber.': 'C’est le numéro d’un document : indiquez-le dans documentNumber.',
  'This is a business number: give it as businessNumber.': 'C’est un numéro d’entreprise : indiquez-le dans businessNumber.',
  'A text in the input has a character that cannot be stored, such as {}.':
    'Un texte fourni contient un caractère qui ne peut être conservé, comme {}.',
  'The document has several operations and operationName names none of them, or it has no such operation.':
    'Le document contient plusieurs opérations dont aucune n’est nommée par operationName, ou n’a pas cette opération.',
} as const satisfies Record<string, string>;

/** The words of a fault that have their French above. */
export type FaultWords = keyof typeof frenchOfFaults;

/** What an error says, in French; null for what has no French, such as the messages of GraphQL itself on the form of a document. */
export const errorInFrench: InFrench = phrasebook({ ...frenchOfFields, ...frenchOfFaults }, (english) =>
  english.startsWith('Must ') ? capitalized(errorInFrench(english.replace('M', 'm'))) : ofField(english),
);

const capitalized = (text: string | null): string | null => text && text[0]?.toUpperCase() + text.slice(1);

/** A field before what is said of it: `input.from must be text.` */
function ofField(english: string): string | null {
  const [, field, said] = /^([a-z][\w.[\]]*|The argument|A value|A variable) (.+)$/s.exec(english) ?? [];
  const found = field === undefined || said === undefined ? null : errorInFrench(said);
  return found === null || field === undefined ? null : `${subjects[field] ?? field} ${found}`;
}

const subjects: Readonly<Record<string, string>> = { 'The argument': 'L’argument', 'A value': 'Une valeur', 'A variable': 'Une variable' };
