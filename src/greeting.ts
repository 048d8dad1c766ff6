/** What the operator is shown at start. */
export interface Started {
  readonly url: string;
  readonly metricsUrl: string | null;
  /** Folder of the registry's own PostgreSQL; null with DATABASE_URL. */
  readonly folder: string | null;
  /** How many demo accounts were made just now. */
  readonly demoAccounts: number;
  /** The first staff key, only when it was made just now. */
  readonly staffKey: string | null;
  /** WSIB account number of a certified account; null when there is none. */
  readonly example: string | null;
}

/** The lines shown when the API listens. */
export function greeting({ url, metricsUrl, folder, demoAccounts, staffKey, example }: Started): string {
  return `
COR registry
  Try it   ${url}/ in a browser
  API      ${url}/graphql
  Schema   ${url}/schema.graphql
${metricsUrl ? `  Metrics  ${metricsUrl}\n` : ''}  Data     ${folder ?? 'the PostgreSQL of DATABASE_URL'}${demoAccounts > 0 ? `: ${demoAccounts.toLocaleString('en-CA')} invented accounts` : ''}
${staffKey ? newKey(staffKey) : knownKey}
Or here:
${request(url, example ? verify(example) : '{ viewer { scope } }')}
`;
}

const newKey = (key: string): string => `
Staff key, shown this once: keep it.
  ${key}
`;

const knownKey = '  Staff    use the staff key printed at the first start\n';

const verify = (wsibAccount: string): string =>
  `{ verify(subject: {wsibAccount: "${wsibAccount}"}) { organizationName standing since holdsUntil then reasons { clause because } } }`;

/** A curl command to paste; WSIB account numbers hold no quotes that would end it early. */
const request = (url: string, query: string): string =>
  `  curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
