/** Why a process or a command cannot start, in French, by the English; it is addressed to the person who runs the registry. */
export const frenchOfStarts = {
  '{} holds no signed receipt: it must hold the text that receipt { signed } gave.':
    '{} ne contient pas de reçu signé : il doit contenir le texte donné par receipt { signed }.',
  '{} is not named for a key: its name must be the id of a key and .json.':
    '{} ne porte pas le nom d’une clé : ce nom doit être l’identifiant d’une clé suivi de .json.',
  '{} has a text whose SHA-256 is not {}, by which it is listed.':
    '{} contient un texte dont le SHA-256 n’est pas {}, sous lequel il est inscrit.',
  '{} holds no JSON object of documents by their SHA-256.': '{} ne contient pas d’objet JSON de documents inscrits par leur SHA-256.',
  'The folder {} of trusted documents cannot be read.': 'Le dossier {} des documents approuvés est illisible.',
  'Give the keys of the registry with --keys: save https://<address of the registry>/.well-known/jwks.json as jwks.json, then add --keys jwks.json. A receipt cannot name them itself: anyone could then sign one.':
    'Indiquez les clés du registre avec --keys : enregistrez https://<adresse du registre>/.well-known/jwks.json sous jwks.json, puis ajoutez --keys jwks.json. Un reçu ne peut pas les désigner lui-même : n’importe qui pourrait alors en signer un.',
  '{} holds no keys: save them from /.well-known/jwks.json.': '{} ne contient pas de clés : enregistrez celles de /.well-known/jwks.json.',
  'Interrupted. What was not finished is not recorded.': 'Interrompu. Ce qui n’était pas terminé n’est pas consigné.',
  'The connection to the database was lost. What was not finished is not recorded: run the command again.':
    'La connexion à la base de données est perdue. Ce qui n’était pas terminé n’est pas consigné : relancez la commande.',
  'The command failed: {}': 'La commande a échoué : {}',
  'The registry cannot continue: {}. LOG_LEVEL=debug shows where.': 'Le registre ne peut continuer : {}. LOG_LEVEL=debug montre où.',
  'This database already holds a registry: a sandbox is made in an empty one.':
    'Cette base de données contient déjà un registre : un bac à sable se crée dans une base vide.',
  'This registry is no sandbox: its time cannot be moved.': 'Ce registre n’est pas un bac à sable : son temps ne peut être avancé.',
  'The time of a sandbox only goes forward: give a day after its today.':
    'Le temps d’un bac à sable ne va que vers l’avant : donnez un jour postérieur au sien.',
  'The time of a sandbox moves by at most {} days at once.': 'Le temps d’un bac à sable avance d’au plus {} jours à la fois.',
  'The first key of {} is not a private one. `registry signing-keys make` makes one.':
    'La première clé de {} n’est pas une clé privée. `registry signing-keys make` en crée une.',
  '{} is there already: a signing key is not written over.': '{} existe déjà : une clé de signature n’est pas écrasée.',
  '{} cannot be written: {}.': '{} ne peut être écrit : {}.',
  'The signing keys in {} cannot be read.': 'Les clés de signature de {} sont illisibles.',
  '{} holds no JSON Web Key Set of Ed25519 keys.': '{} ne contient pas de JSON Web Key Set de clés Ed25519.',
  'Port {} on {} is in use. Set {} to another one, or stop what listens there.':
    'Le port {} de {} est occupé. Indiquez-en un autre avec {}, ou arrêtez ce qui y écoute.',
  'This user may not open port {}. Set {} to a port above 1023.':
    'Cet utilisateur ne peut ouvrir le port {}. Réglez {} à un port supérieur à 1023.',
  'HOST {} is not an address of this machine.': 'HOST {} n’est pas une adresse de cette machine.',
  'The tables are those of an earlier version, and the role of DATABASE_URL does not own them. Run `registry migrate` with DATABASE_OWNER_URL (docs/operations.md).':
    'Les tables sont celles d’une version antérieure, et le rôle de DATABASE_URL ne les possède pas. Lancez `registry migrate` avec DATABASE_OWNER_URL (docs/operations.md).',
  'The role of DATABASE_URL lacks rights that the registry needs: {}. Where the tables have an owner of their own, `registry migrate` grants them; otherwise grant them yourself (docs/operations.md).':
    'Il manque au rôle de DATABASE_URL des droits dont le registre a besoin : {}. Si les tables ont leur propre propriétaire, `registry migrate` les accorde; sinon, accordez-les vous-même (docs/operations.md).',
  'PostgreSQL did not become ready. Its log is {}.': 'PostgreSQL n’a pas fini de démarrer à temps. Son journal est {}.',
  'PostgreSQL crashed and another process has restarted it. Start this one again.':
    'PostgreSQL est tombé en panne et un autre processus l’a relancé. Relancez celui-ci.',
  'PostgreSQL does not run as root, and this root is not allowed to give files to another account. Run the registry as an ordinary user, or set DATABASE_URL.':
    'PostgreSQL ne s’exécute pas en tant que root, et ce root ne peut donner de fichiers à un autre compte. Lancez le registre comme utilisateur ordinaire, ou définissez DATABASE_URL.',
  'PostgreSQL could not make its data folder: {}\nRun the registry as an ordinary user with an account on this machine, or set DATABASE_URL.':
    'PostgreSQL n’a pas pu créer son dossier de données : {}\nLancez le registre comme utilisateur ordinaire ayant un compte sur cette machine, ou définissez DATABASE_URL.',
  'The data folder {} cannot be made or written to. Set REGISTRY_DATA_DIR to another folder, or set DATABASE_URL.':
    'Le dossier de données {} ne peut être créé ou écrit. Indiquez un autre dossier avec REGISTRY_DATA_DIR, ou définissez DATABASE_URL.',
  'The database in {} belongs to another user. Run as that user, or set REGISTRY_DATA_DIR or DATABASE_URL.':
    'La base de données de {} appartient à un autre utilisateur. Lancez le registre comme cet utilisateur, ou définissez REGISTRY_DATA_DIR ou DATABASE_URL.',
  'The data folder {} is inside a folder that the account running PostgreSQL cannot enter. Open that folder (chmod o+x), run the registry as an ordinary user, or set DATABASE_URL.':
    'Le dossier de données {} est dans un dossier où le compte qui exécute PostgreSQL ne peut entrer. Ouvrez ce dossier (chmod o+x), lancez le registre comme utilisateur ordinaire, ou définissez DATABASE_URL.',
  'PostgreSQL could not start. Its log, {}, ends:\n{}': 'PostgreSQL n’a pas pu démarrer. Son journal, {}, se termine ainsi :\n{}',
  '{} cannot be run. Set DATABASE_URL, or REGISTRY_EMBEDDED_PG_BIN.':
    '{} ne peut être exécuté. Définissez DATABASE_URL ou REGISTRY_EMBEDDED_PG_BIN.',
  'No PostgreSQL to run: npm installed none for this machine ({}) and none from {} to {} was found. Set DATABASE_URL to a PostgreSQL server, or REGISTRY_EMBEDDED_PG_BIN to the folder of its programs.':
    'Aucun PostgreSQL à exécuter : npm n’en a installé aucun pour cette machine ({}) et aucun n’a été trouvé, de {} à {}. Indiquez un serveur PostgreSQL avec DATABASE_URL, ou le dossier de ses programmes avec REGISTRY_EMBEDDED_PG_BIN.',
  'REGISTRY_EMBEDDED_PG_BIN does not lead to initdb and postgres of PostgreSQL {} to {}.':
    'REGISTRY_EMBEDDED_PG_BIN ne mène pas à initdb et postgres de PostgreSQL {} à {}.',
  'REGISTRY_EMBEDDED_PG_BIN does not lead to initdb and postgres of PostgreSQL {}.':
    'REGISTRY_EMBEDDED_PG_BIN ne mène pas à initdb et postgres de PostgreSQL {}.',
  'The data in {} was made by PostgreSQL {}, and only {} is available. Set REGISTRY_EMBEDDED_PG_BIN to the folder of the programs of PostgreSQL {}, or REGISTRY_DATA_DIR to another folder.':
    'Les données de {} viennent de PostgreSQL {}, et seul {} est disponible. Indiquez le dossier des programmes de PostgreSQL {} avec REGISTRY_EMBEDDED_PG_BIN, ou un autre dossier avec REGISTRY_DATA_DIR.',
  '{} is missing: the database in that folder cannot be opened without its password. Restore the file, or set DATABASE_URL.':
    '{} manque : la base de données de ce dossier ne peut être ouverte sans son mot de passe. Restaurez le fichier, ou définissez DATABASE_URL.',
  '{} cannot be read. Run as the user who created it, or set DATABASE_URL.':
    '{} est illisible. Lancez le registre comme l’utilisateur qui l’a créé, ou définissez DATABASE_URL.',
  '{} is damaged. Restore it, or set DATABASE_URL.': '{} est endommagé. Restaurez-le, ou définissez DATABASE_URL.',
  'The password in {} does not match the database in that folder.':
    'Le mot de passe de {} n’est pas celui de la base de données de ce dossier.',
  'Another registry server ({}) already serves this data folder, {}. Stop it first, or set REGISTRY_DATA_DIR to a different folder for this one.':
    'Un autre serveur du registre ({}) sert déjà ce dossier de données, {}. Arrêtez-le d’abord, ou indiquez un autre dossier pour celui-ci avec REGISTRY_DATA_DIR.',
  'The folder {} belongs to another user, or another user can alter it. Remove it, or set DATABASE_URL.':
    'Le dossier {} appartient à un autre utilisateur, ou un autre utilisateur peut le modifier. Supprimez-le, ou définissez DATABASE_URL.',
  'The PostgreSQL at {} is version {}; the registry needs {} or later.':
    'Le PostgreSQL de {} est de version {}; le registre exige la version {} ou une version plus récente.',
  'The PostgreSQL at {} is a standby, which takes no writes. DATABASE_URL must name the primary.':
    'Le PostgreSQL de {} est un serveur de secours, qui n’accepte aucune écriture. DATABASE_URL doit nommer le serveur principal.',
  'The connection pooler at {} shares connections between transactions. Set it to pool by session for the registry, or name PostgreSQL itself (docs/scale.md).':
    'Le gestionnaire de connexions de {} partage les connexions entre les transactions. Réglez-le par session pour le registre, ou nommez PostgreSQL lui-même (docs/scale.md).',
  'The connection pooler at {} drops the settings of connections. Give them to the role of the registry, or name PostgreSQL itself (docs/scale.md).':
    'Le gestionnaire de connexions de {} perd les réglages des connexions. Donnez-les au rôle du registre, ou nommez PostgreSQL lui-même (docs/scale.md).',
  'The PostgreSQL at {} {}. {} names it.': 'Le PostgreSQL de {} {}. C’est celui de {}.',
  'the local socket': 'le socket local',
  'refused the connection: nothing listens there': 'a refusé la connexion : rien n’y écoute',
  'was not found: no such host': 'est introuvable : cet hôte n’existe pas',
  'was not found: the name service did not answer': 'est introuvable : le service de noms n’a pas répondu',
  'did not answer in time': 'n’a pas répondu à temps',
  'cannot be reached from here': 'est injoignable d’ici',
  'rejected the user or the password': 'a refusé l’utilisateur ou le mot de passe',
  'rejected the user, or the connection without TLS': 'a refusé l’utilisateur, ou la connexion sans TLS',
  'has no database of that name': 'n’a pas de base de données de ce nom',
  'does not let the user connect to that database: grant it CONNECT':
    'ne laisse pas l’utilisateur se connecter à cette base de données : accordez-lui CONNECT',
  'The role of the database lacks a right: {}. Where the tables have an owner of their own, `registry migrate` grants it; otherwise grant it yourself (docs/operations.md).':
    'Il manque un droit au rôle de la base de données : {}. Si les tables ont leur propre propriétaire, `registry migrate` l’accorde; sinon, accordez-le vous-même (docs/operations.md).',
  'has no connection left': 'n’a plus de connexion libre',
  'is still starting up or shutting down': 'est en train de démarrer ou de s’arrêter',
  'could not be opened ({})': 'n’a pas pu être ouvert ({})',
  'is behind a connection pooler that refuses the settings of connections (docs/scale.md)':
    'est derrière un gestionnaire de connexions qui en refuse les réglages (docs/scale.md)',
  'for no known reason': 'pour une raison inconnue',
  'There is no such organization.': 'Il n’y a pas d’entreprise de ce nom.',
  'There is no such account.': 'Il n’y a pas de compte de ce numéro.',
  'There is no such account. Did you mean one of these?': 'Il n’y a pas de compte de ce numéro. S’agit-il de l’un de ceux-ci?',
  "At that instant the account was not known; the registry's first record is from {}.":
    'À cet instant, le compte n’était pas connu; le premier fait consigné au registre est du {}.',
  '--url must be an address such as https://registry.example/.': '--url doit être une adresse comme https://registry.example/.',
  'The cursor file {} cannot be read.': 'Le fichier de curseur {} est illisible.',
  '{} cannot be read.': '{} est illisible.',
  'The registry at {} does not answer.': 'Le registre de {} ne répond pas.',
  'The registry gave no answer.': 'Le registre n’a donné aucune réponse.',
  '--head cannot be read: {}': '--head est illisible : {}',
  'There is no signing key by which to check a signed head.': 'Il n’y a pas de clé de signature pour vérifier une tête signée.',
  'It is no head of the chain.': 'Ce n’est pas une tête de la chaîne.',
  'Name a file for {} with --out.': 'Nommez un fichier pour {} avec --out.',
  'There is no file {}, and your key keeps no requirement of this name.':
    'Il n’y a pas de fichier {}, et votre clé ne conserve aucune exigence de ce nom.',
  'There is no file {}.': 'Il n’y a pas de fichier {}.',
  'The requirement {} cannot be read.': 'L’exigence {} est illisible.',
  'The requirement {} must be YAML such as: routes: [COR_2020, REGISTRATION].':
    'L’exigence {} doit être du YAML comme : routes: [COR_2020, REGISTRATION].',
  'The requirement {}: {}': 'L’exigence {} : {}',
  'there is no {}; it may have {}.': 'il n’y a pas de {}; elle peut avoir {}.',
  'routes must be among {}.': 'routes doit être parmi {}.',
  '{} must be true or false.': '{} doit être true ou false.',
  'contractTo must be a day, YYYY-MM-DD.': 'contractTo doit être un jour, AAAA-MM-JJ.',
  'owner must be one of {}.': 'owner doit être une de ces valeurs : {}.',
  'The registry did not open a stream.': 'Le registre n’a pas ouvert de flux.',
  'The registry could not be reached.': 'Le registre est injoignable.',
  '--forward must be an address such as http://localhost:3000/hook.': '--forward doit être une adresse comme http://localhost:3000/hook.',
  '--secret must be the secret of a webhook: whsec_ and base64.': '--secret doit être le secret d’un webhook : whsec_ et du base64.',
  'The registry answered without data.': 'Le registre a répondu sans données.',
  'The answer of status {} is not one of the registry.': 'La réponse de statut {} ne vient pas du registre.',
  'The line to the registry broke.': 'La liaison avec le registre est rompue.',
  'Nothing came from the registry for too long.': 'Rien n’est venu du registre depuis trop longtemps.',
  'The registry ended the stream.': 'Le registre a mis fin au flux.',
} as const satisfies Readonly<Record<string, string>>;
