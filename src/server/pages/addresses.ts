import type { Locale } from '../../rules/messages/messages.ts';

/** What there is at this server, for a program or a terminal that requests `/`. */
export const addresses: Readonly<Record<Locale, string>> = {
  en: `COR registry

/                in a browser: check a list of bidders
/accounts        in a browser: look up a firm
/proof           in a browser: check a document
/receipts        in a browser: open a receipt
/explorer        in a browser: try the API
/graphql         the API: POST a GraphQL operation as JSON
/schema.graphql  its schema, with a description of every field
/schema-changes.json  what each version adds, deprecates and removes
/healthz         whether the process is alive
/readyz          whether it can answer
/oauth/token     exchange an API key for a short-lived token
/public-lists    the certified firms as files, one list a day, signed
/audit-log/heads the heads of the audit chain, one a day; their keys are in /.well-known/jwks.json
`,
  fr: `Registre du COR

/                dans un navigateur\u00A0: vérifier une liste de soumissionnaires
/accounts        dans un navigateur\u00A0: chercher une entreprise
/proof           dans un navigateur\u00A0: vérifier un document
/receipts        dans un navigateur\u00A0: ouvrir un reçu
/explorer        dans un navigateur\u00A0: essayer l’API
/graphql         l’API\u00A0: envoyez une opération GraphQL en JSON par POST
/schema.graphql  son schéma, avec une description de chaque champ, en anglais
/schema-changes.json  ce que chaque version ajoute, rend désuet et retire
/healthz         si le processus est en vie
/readyz          s’il peut répondre
/oauth/token     échanger une clé d’API contre un jeton de courte durée
/public-lists    les entreprises certifiées en fichiers, une liste par jour, signée
/audit-log/heads les têtes de la chaîne d’audit, une par jour; leurs clés sont à /.well-known/jwks.json
`,
};
