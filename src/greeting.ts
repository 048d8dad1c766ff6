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
}

/** The lines shown when the API listens. */
export function greeting({ url, metricsUrl, folder, version, demoAccounts, isEmpty, staffKey, example }: Started): string {
  return `
COR registry
  Desk     ${url}/ in a browser: check a list of bidders
  Try it   ${url}/explorer in a browser
  API      ${url}/graphql
  Schema   ${url}/schema.graphql
${metricsUrl ? `  Metrics  ${metricsUrl}\n` : ''}  Data     ${folder === null ? 'the PostgreSQL of DATABASE_URL' : `${folder} (PostgreSQL ${version})`}${demoAccounts > 0 ? `: ${demoAccounts.toLocaleString('en-CA')} invented accounts` : ''}
${isEmpty ? empty : ''}${staffKey}
Or here:
${request(url, example ? verify(example) : '{ viewer { scope } }')}
`;
}

const empty = `
The registry is empty: it answers, and knows no firm. Either of these fills it (docs/import.md):
  registry import <folder or workbook>   your data; registry import --template writes a workbook to fill in
  registry demo --accounts 2000          invented firms to try things on
In a clone, npm run registry -- stands for registry.
`;

const verify = (wsibAccount: string): string =>
  `{ verify(subject: {wsibAccount: "${wsibAccount}"}) { organizationName standing since holdsUntil then reasons { clause because } } }`;

/** A curl command to paste; WSIB account numbers hold no quotes that would end it early. */
const request = (url: string, query: string): string =>
  `  curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
