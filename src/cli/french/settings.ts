/** What the settings are for, in French, by the English. */
export const frenchSettings = {
  'Environment the process runs in; production requires DATABASE_URL.': 'Environnement du processus; production exige DATABASE_URL.',
  'TCP port of the API; 0 is any free one.': 'Port TCP de l’API; 0 en prend un libre.',
  'Address the API listens on.': 'Adresse où l’API écoute.',
  'Address by which people reach the registry, for the codes on documents; if not set, the one that a request names.':
    'Adresse par laquelle on atteint le registre, pour les codes des documents; par défaut, celle que nomme une requête.',
  'Minimum log level.': 'Niveau minimal du journal.',
  'Folder of the documents uploaded with requests; back it up with the database. All API processes must share it.':
    'Dossier des documents téléversés avec les demandes; sauvegardez-le avec la base de données. Tous les processus de l’API doivent le partager.',
  'Milliseconds that a stopping process goes on answering while /readyz returns 503, for a load balancer to notice.':
    'Millisecondes pendant lesquelles un processus qui s’arrête répond encore, /readyz donnant 503, pour qu’un répartiteur de charge le remarque.',
  'File of the keys that sign the head of the audit chain, a JSON Web Key Set: `registry signing-keys make`. The same on every node.':
    'Fichier des clés qui signent la tête de la chaîne d’audit, un JSON Web Key Set : `registry signing-keys make`. Le même sur chaque nœud.',
  'Regular expression that a whole WSIB account number in a file must match, in capitals, without spaces or hyphens. Whatever it is, such a number has letters and digits, at least one digit, at most 40.':
    'Expression régulière à laquelle un numéro de compte de la WSIB d’un fichier doit répondre en entier, en majuscules, sans espaces ni traits d’union. Quelle qu’elle soit, un tel numéro a des lettres et des chiffres, dont au moins un chiffre, 40 au plus.',
  'Budgets in place of the defaults, each <scope>.<points or lookUps>=<at once>/<per second>: "buyer.lookUps=6000/10"; "off" disables metering.':
    'Budgets qui remplacent ceux par défaut, chacun <portée>.<points ou lookUps>=<d’un coup>/<par seconde> : « buyer.lookUps=6000/10 »; « off » les supprime.',
  'Whether all nodes share one budget for each caller, through the database: "on" behind a load balancer.':
    'Indique si tous les nœuds partagent un même budget par client, au moyen de la base de données : « on » derrière un répartiteur de charge.',
  'Folder with a file <id of a key>.json for each API key that is held to documents, which it lists by their SHA-256.':
    'Dossier contenant un fichier <identifiant de la clé>.json pour chaque clé d’API limitée à des documents, qu’il énumère par leur SHA-256.',
  'Number of your own proxies in front of the API: so many last entries of X-Forwarded-For are trusted; 0 trusts none.':
    'Nombre de vos propres mandataires devant l’API : autant des dernières entrées de X-Forwarded-For sont crues; 0 n’en croit aucune.',
  'Maximum number of WebSockets and streams that a process holds for one API key.':
    'Nombre maximal de WebSockets et de flux qu’un processus tient pour une clé d’API.',
  'Maximum number of WebSockets and streams that a process holds for one address without an API key.':
    'Nombre maximal de WebSockets et de flux qu’un processus tient pour une adresse sans clé d’API.',
  'Origins of web sites whose pages may call the API from a browser, such as "https://bids.example.ca"; * allows any.':
    'Origines des sites dont les pages peuvent appeler l’API depuis un navigateur, par exemple « https://bids.example.ca »; * les admet toutes.',
  'TCP port that serves /metrics to Prometheus; 0 takes any free one. If not set, there are no metrics.':
    'Port TCP qui sert /metrics à Prometheus; 0 en prend un libre. Sans réglage, il n’y a pas de mesures.',
  'Address the metrics listen on; keep it away from the public.': 'Adresse où les mesures sont servies; gardez-la hors du public.',
  'Base URL of an OpenTelemetry collector that accepts traces by OTLP over HTTP; if not set, there are no traces.':
    'URL de base d’un collecteur OpenTelemetry qui reçoit des traces par OTLP sur HTTP; sans réglage, il n’y a pas de traces.',
  'Number of jobs, such as webhook deliveries, that this process runs at once; 0 runs none.':
    'Nombre de tâches, comme les envois aux webhooks, que ce processus exécute à la fois; 0 n’en exécute aucune.',
  'Whether webhooks may target private addresses and http URLs: "allow" is for development only.':
    'Indique si les webhooks peuvent viser des adresses privées et des URL http : « allow » est réservé au développement.',
  'Number of demo accounts that the API loads when it first starts on its own empty database; 0 loads none.':
    'Nombre de comptes de démonstration que l’API charge à son premier démarrage sur sa propre base de données vide; 0 n’en charge aucun.',
  'URL of a PostgreSQL database, version 15 or later; if not set, the registry runs its own PostgreSQL.':
    'URL d’une base de données PostgreSQL, version 15 ou plus récente; sans réglage, le registre fait tourner son propre PostgreSQL.',
  'URL of the same database for the role that owns the tables: for `registry migrate`, `import` and other commands; the server needs none.':
    'URL de la même base de données pour le rôle qui possède les tables : pour `registry migrate`, `import` et d’autres commandes; le serveur s’en passe.',
  'Folder of the PostgreSQL the registry runs itself.': 'Dossier du PostgreSQL que le registre fait tourner lui-même.',
  'Folder of the initdb and postgres programs to run instead of those that npm installs.':
    'Dossier des programmes initdb et postgres à exécuter au lieu de ceux que npm installe.',
  'Connections a process keeps open to PostgreSQL.': 'Connexions qu’un processus garde ouvertes vers PostgreSQL.',
  'URLs of streaming replicas of DATABASE_URL to read from, separated by spaces; if not set, the primary is read.':
    'URL des répliques de DATABASE_URL où lire, séparées par des espaces; sans réglage, la base principale est lue.',
  'How far a replica may lag behind, in milliseconds; one that lags more is not read until it has caught up.':
    'Retard permis d’une réplique, en millisecondes; au-delà, elle n’est pas lue tant qu’elle n’a pas rattrapé son retard.',
  'URL of the mail server, smtps:// or smtp:// (with STARTTLS, unless it is on this machine); if not set, no mail is sent.':
    'URL du serveur de courriel, smtps:// ou smtp:// (avec STARTTLS, sauf sur cette machine); sans réglage, aucun courriel n’est envoyé.',
  'Address that mail comes from; needed with REGISTRY_SMTP_URL.': 'Adresse d’où viennent les courriels; nécessaire avec REGISTRY_SMTP_URL.',
  'Name and postal address of the operator, on one line, as the daily e-mail for organizations and watch lists states them; that mail also needs REGISTRY_PUBLIC_URL, and without both it is off.':
    'Nom et adresse postale de l’exploitant, sur une ligne, tels que les indique le courriel quotidien aux entreprises et pour les listes de surveillance; ce courriel exige aussi REGISTRY_PUBLIC_URL, et sans les deux il n’est pas offert.',
  'Addresses that get a summary of the work queue each business day, separated by spaces; "fr:" before one asks for French.':
    'Adresses qui reçoivent un résumé de la file de travail chaque jour ouvrable, séparées par des espaces; « fr: » devant une adresse demande le français.',
} as const satisfies Readonly<Record<string, string>>;

/** What is wrong with settings and with the rights of the database’s role. */
export const frenchProblems = {
  '{} is not a setting of the registry; `registry config` lists them all.':
    '{} n’est pas un réglage du registre; `registry config` les énumère tous.',
  'DATABASE_URL must be set when NODE_ENV is production.': 'DATABASE_URL doit être défini quand NODE_ENV vaut production.',
  'REGISTRY_MAIL_FROM must be set with REGISTRY_SMTP_URL.': 'REGISTRY_MAIL_FROM doit être défini avec REGISTRY_SMTP_URL.',
  'REGISTRY_SMTP_URL must be set with REGISTRY_DESK_MAIL.': 'REGISTRY_SMTP_URL doit être défini avec REGISTRY_DESK_MAIL.',
  '{} must be the URL of a mail server such as smtps://user:password@mail.example.ca.':
    '{} doit être l’URL d’un serveur de courriel comme smtps://utilisateur:motdepasse@courriel.example.ca.',
  '{} must be the name and postal address of the operator on one line, 10 to 300 characters.':
    '{} doit être le nom et l’adresse postale de l’exploitant, sur une ligne, de 10 à 300 caractères.',
  '{} must be an address such as registry@example.ca.': '{} doit être une adresse comme registre@example.ca.',
  '{} must be addresses such as desk@example.ca, separated by spaces, each with fr: before it for mail in French.':
    '{} doit contenir des adresses comme bureau@example.ca, séparées par des espaces, chacune précédée de fr: pour des courriels en français.',
  '{} is malformed.': '{} est mal formé.',
  '{} must be off, or budgets such as buyer.lookUps=6000/10: a known scope, points or lookUps, and two numbers above 0.':
    '{} doit être off, ou des budgets comme buyer.lookUps=6000/10 : une portée connue, points ou lookUps, et deux nombres supérieurs à 0.',
  '{} must be origins such as https://bids.example.ca, without a path, separated by spaces.':
    '{} doit contenir des origines comme https://bids.example.ca, sans chemin, séparées par des espaces.',
  '{} must be a regular expression.': '{} doit être une expression régulière.',
  '{} names several hosts: give one, such as the name or the balancer that leads to the primary.':
    '{} nomme plusieurs hôtes : donnez-en un, comme le nom ou le répartiteur qui mène à la base principale.',
  '{} must be a connection URL of the form postgres://user:password@host:port/database.':
    '{} doit être une URL de connexion de la forme postgres://utilisateur:motdepasse@hôte:port/base.',
  '{} must be a URL such as http://127.0.0.1:4318.': '{} doit être une URL comme http://127.0.0.1:4318.',
  '{} must be one of {}.': '{} doit être une de ces valeurs : {}.',
  '{} must be a whole number from {} to {}.': '{} doit être un nombre entier de {} à {}.',
  'The role of DATABASE_URL lacks a right to bring the tables up to date: {}. It must own the database, or have CREATE on the database and on its schema public, and own the existing tables (docs/operations.md).':
    'Il manque au rôle de DATABASE_URL un droit pour mettre les tables à jour : {}. Il doit posséder la base de données, ou avoir CREATE sur la base et sur son schéma public, et posséder les tables existantes (docs/operations.md).',
  'The PostgreSQL of DATABASE_URL lacks an extension: {}. unaccent and pg_trgm come with its contrib package.':
    'Il manque une extension au PostgreSQL de DATABASE_URL : {}. unaccent et pg_trgm viennent avec son paquet contrib.',
} as const satisfies Readonly<Record<string, string>>;
