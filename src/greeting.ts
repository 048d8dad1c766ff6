import { numberIn } from './cli/lines.ts';
import type { Locale } from './rules/messages/messages.ts';

/** What the operator is shown at start. */
export interface Started {
  readonly url: string;
  readonly metricsUrl: string | null;
  /** Folder of the registry's own PostgreSQL; null with DATABASE_URL. */
  readonly folder: string | null;
  /** Version of that PostgreSQL; null with DATABASE_URL. */
  readonly version: string | null;
  /** How many demo accounts were made just now. */
  readonly demoAccounts: number;
  /** Whether no account is recorded. */
  readonly isEmpty: boolean;
  /** What to say of the staff key. */
  readonly staffKey: string;
  /** WSIB account number of a certified account; null when there is none. */
  readonly example: string | null;
  readonly locale: Locale;
}

/** The lines shown when the API listens. */
export function greeting({ url, metricsUrl, folder, version, demoAccounts, isEmpty, staffKey, example, locale }: Started): string {
  const said = words[locale];
  const data = folder === null ? said.ownDatabase : `${folder} (PostgreSQL ${version})`;
  const places = [
    [said.desk, `${url}/ ${said.deskIs}`],
    [said.explorer, `${url}/explorer ${said.inBrowser}`],
    ['API', `${url}/graphql`],
    [said.schema, `${url}/schema.graphql`],
    ...(metricsUrl ? [[said.metrics, metricsUrl]] : []),
    [said.data, demoAccounts > 0 ? `${data}${said.demo(numberIn(locale, demoAccounts))}` : data],
  ];
  return `
${said.title}
${places.map(([name = '', place = '']) => `  ${name.padEnd(9)}${place}`).join('\n')}
${isEmpty ? said.empty : ''}${staffKey}
${said.orHere}
${request(url, example ? verify(example) : '{ viewer { scope } }', locale)}
`;
}

const words = {
  en: {
    title: 'COR registry',
    desk: 'Desk',
    deskIs: 'in a browser: check a list of bidders',
    explorer: 'Try it',
    inBrowser: 'in a browser',
    schema: 'Schema',
    metrics: 'Metrics',
    data: 'Data',
    ownDatabase: 'the PostgreSQL of DATABASE_URL',
    demo: (count: string) => `: ${count} invented accounts`,
    orHere: 'Or here:',
    empty: `
The registry is empty: it answers, and knows no firm. Either of these fills it (docs/import.md):
  registry import <folder or workbook>   your data; registry import --template writes a workbook to fill in
  registry demo --accounts 2000          invented firms to try things on
In a clone, npm run registry -- stands for registry.
`,
  },
  fr: {
    title: 'Registre du COR',
    desk: 'Guichet',
    deskIs: 'dans un navigateur\u00A0: vérifier une liste de soumissionnaires',
    explorer: 'Essais',
    inBrowser: 'dans un navigateur',
    schema: 'Schéma',
    metrics: 'Mesures',
    data: 'Données',
    ownDatabase: 'le PostgreSQL de DATABASE_URL',
    demo: (count: string) => `\u00A0: ${count} comptes inventés`,
    orHere: 'Ou ici\u00A0:',
    empty: `
Le registre est vide\u00A0: il répond, et ne connaît aucune entreprise. L’une de ces commandes le remplit (docs/import.md)\u00A0:
  registry import <dossier ou classeur>   vos données; registry import --template écrit un classeur à remplir
  registry demo --accounts 2000           des entreprises inventées, pour faire des essais
Dans un clone, npm run registry -- remplace registry.
`,
  },
} as const;

const verify = (wsibAccount: string): string =>
  `{ verify(subject: {wsibAccount: "${wsibAccount}"}) { organizationName standing since holdsUntil then reasons { clause because } } }`;

/** A curl command to paste; WSIB account numbers hold no quotes that would end it early. */
const request = (url: string, query: string, locale: Locale): string =>
  `  curl -s ${url}/graphql -H 'content-type: application/json'${locale === 'fr' ? " -H 'accept-language: fr'" : ''} -d '${JSON.stringify({ query })}'`;
