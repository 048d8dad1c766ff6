import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  asItIs,
  folder,
  httpUrl,
  oneOf,
  origins,
  postgresUrl,
  postgresUrls,
  type RateOverride,
  rateLimits,
  type Setting,
  setting,
  showRateLimits,
  wholeNumber,
  wholePattern,
  withoutSecrets,
} from './config-forms.ts';
import { CannotStart } from './errors.ts';

/** Every setting of the registry. To add one, add an entry: the start-up checks and `registry config` follow. */
export const settings = {
  environment: setting({
    variable: 'NODE_ENV',
    fallback: 'development',
    parse: oneOf('development', 'test', 'production'),
    description: 'What the process is for; production demands DATABASE_URL.',
  }),
  port: setting({
    variable: 'PORT',
    fallback: 4000,
    parse: wholeNumber(0, 65_535),
    description: 'TCP port of the API; 0 takes any free one.',
  }),
  host: setting({ variable: 'HOST', fallback: '127.0.0.1', parse: asItIs, description: 'Address the API listens on.' }),
  logLevel: setting({
    variable: 'LOG_LEVEL',
    fallback: 'info',
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    description: 'The least grave message that is logged.',
  }),
  databaseUrl: setting<string | null>({
    variable: 'DATABASE_URL',
    fallback: null,
    parse: postgresUrl,
    description: 'A PostgreSQL of version 15 or later; without it the registry runs one of its own.',
  }),
  dataDir: setting({
    variable: 'REGISTRY_DATA_DIR',
    fallback: join(projectFolder(), 'data'),
    parse: folder,
    description: 'Folder of the PostgreSQL the registry runs itself.',
  }),
  uploadsDir: setting({
    variable: 'REGISTRY_UPLOADS_DIR',
    fallback: join(projectFolder(), 'data', 'uploads'),
    parse: folder,
    description: 'Folder of the documents that are sent with requests; back it up with the database. Several API processes share it.',
  }),
  embeddedPgBin: setting<string | null>({
    variable: 'REGISTRY_EMBEDDED_PG_BIN',
    fallback: null,
    parse: folder,
    description: 'Folder of the initdb and postgres programs to run in place of those npm installs.',
  }),
  poolSize: setting({
    variable: 'REGISTRY_POOL_SIZE',
    fallback: 4,
    parse: wholeNumber(1, 500),
    description: 'Connections a process keeps open to PostgreSQL.',
  }),
  replicaUrls: setting<readonly string[]>({
    variable: 'REGISTRY_REPLICA_URLS',
    fallback: [],
    parse: postgresUrls,
    show: (urls) => urls.map(withoutSecrets).join(' '),
    description: 'Streaming replicas of DATABASE_URL that queries read, separated by spaces; without any, all is read where it is written.',
  }),
  replicaLagMs: setting({
    variable: 'REGISTRY_REPLICA_LAG_MS',
    fallback: 5_000,
    parse: wholeNumber(1_000, 600_000),
    description: 'Milliseconds by which a replica may lag behind; one that lags more is not read until it has caught up.',
  }),
  drainMs: setting({
    variable: 'REGISTRY_DRAIN_MS',
    fallback: 0,
    parse: wholeNumber(0, 300_000),
    description:
      'Milliseconds for which a process that is told to end goes on answering while /readyz says 503: as long as a balancer takes to notice.',
  }),
  wsibAccountForm: setting({
    variable: 'REGISTRY_WSIB_ACCOUNT_FORM',
    fallback: /^[A-Z0-9]{4,20}$/,
    parse: wholePattern,
    description: 'Regular expression of a whole WSIB account number, in capitals and without spaces and hyphens.',
  }),
  rateLimits: setting<readonly RateOverride[] | null>({
    variable: 'REGISTRY_RATE_LIMITS',
    fallback: [],
    parse: rateLimits,
    show: showRateLimits,
    description:
      'Budgets in place of the usual ones, each <scope>.<points or lookUps>=<at once>/<back each second>, such as "buyer.lookUps=6000/10"; off meters nothing.',
  }),
  trustedProxies: setting({
    variable: 'REGISTRY_TRUST_PROXY',
    fallback: 0,
    parse: wholeNumber(0, 10),
    description:
      'How many proxies of yours stand before the API: so many entries at the end of X-Forwarded-For are believed. 0 believes none.',
  }),
  socketsPerKey: setting({
    variable: 'REGISTRY_SOCKETS_PER_KEY',
    fallback: 200,
    parse: wholeNumber(1, 1_000_000),
    description: 'How many WebSockets and streams of one API key a process holds at once.',
  }),
  socketsPerAddress: setting({
    variable: 'REGISTRY_SOCKETS_PER_ADDRESS',
    fallback: 20,
    parse: wholeNumber(1, 1_000_000),
    description: 'How many WebSockets and streams of one address without an API key a process holds at once.',
  }),
  corsOrigins: setting<readonly string[]>({
    variable: 'REGISTRY_CORS_ORIGINS',
    fallback: [],
    parse: origins,
    show: (list) => list.join(' '),
    description: 'Origins of the web sites whose pages may call the API from a browser, such as "https://bids.example.ca"; * is any.',
  }),
  metricsPort: setting<number | null>({
    variable: 'REGISTRY_METRICS_PORT',
    fallback: null,
    parse: wholeNumber(0, 65_535),
    description: 'TCP port on which Prometheus finds /metrics; 0 takes any free one. Without it there are none.',
  }),
  metricsHost: setting({
    variable: 'REGISTRY_METRICS_HOST',
    fallback: '127.0.0.1',
    parse: asItIs,
    description: 'Address the metrics listen on; keep it from the public.',
  }),
  otlpEndpoint: setting<string | null>({
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    fallback: null,
    parse: httpUrl,
    description: 'Base URL of an OpenTelemetry collector that takes traces by OTLP over HTTP; without it there are none.',
  }),
  workers: setting({
    variable: 'REGISTRY_WORKERS',
    fallback: 10,
    parse: wholeNumber(0, 200),
    description:
      'Jobs this process does at once, such as deliveries to webhooks: of two slow receivers neither waits for the other. 0 does none.',
  }),
  webhookPrivateTargets: setting<'refuse' | 'allow'>({
    variable: 'REGISTRY_WEBHOOK_PRIVATE_TARGETS',
    fallback: 'refuse',
    parse: oneOf('refuse', 'allow'),
    description: 'Whether webhooks may lead to private addresses and to http: "allow" is for development alone.',
  }),
  demoAccounts: setting({
    variable: 'REGISTRY_DEMO_ACCOUNTS',
    fallback: 2000,
    parse: wholeNumber(0, 5_000_000),
    description: 'Invented accounts the API loads when it first starts on an empty database of its own; 0 loads none.',
  }),
};

type Settings = typeof settings;

/** The values in force, one for each setting. */
export type Config = { readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never };

/** The environment's variables, as text. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks every setting; throws CannotStart with one line for each variable that is unknown, malformed or missing. */
export function loadConfig(environment: Environment = process.env): Config {
  const readings = Object.entries<Setting<unknown>>(settings).map(([name, each]) => ({ name, ...readSetting(each, environment) }));
  // fromEntries forgets which key goes with which type; the keys are those of `settings`.
  const config = Object.fromEntries(readings.map(({ name, value }) => [name, value])) as Config;
  const problems = [...unknownVariables(environment), ...readings.flatMap(({ problem }) => problem ?? []), ...missing(config)];
  if (problems.length > 0) throw new CannotStart(problems.join('\n'));
  return config;
}

interface Reading {
  readonly value: unknown;
  readonly problem: string | null;
}

// A variable set to nothing, as compose files do, counts as not set.
function readSetting({ variable, fallback, parse }: Setting<unknown>, environment: Environment): Reading {
  const given = environment[variable]?.trim();
  if (!given) return { value: fallback, problem: null };
  try {
    return { value: parse(given), problem: null };
  } catch (error) {
    return { value: fallback, problem: `${variable} ${error instanceof Error ? error.message : 'is malformed'}.` };
  }
}

/** One line for each variable that begins like one of the registry's and is none: most likely it is misspelt. */
export function unknownVariables(environment: Environment = process.env): string[] {
  const known = new Set(Object.values(settings).map((each) => each.variable));
  const strange = Object.keys(environment).filter((name) => name.startsWith('REGISTRY_') && !known.has(name));
  return strange.map((name) => `${name} is no setting of the registry; \`registry config\` lists them all.`);
}

const missing = ({ environment, databaseUrl }: Config): string[] =>
  environment === 'production' && !databaseUrl ? ['DATABASE_URL must be set when NODE_ENV is production.'] : [];

/** One line of `registry config`. */
export interface SettingDescription {
  readonly variable: string;
  readonly description: string;
  /** What holds when it is not set. */
  readonly fallback: string | null;
  readonly isSet: boolean;
  /** What holds now, without a password. */
  readonly value: string | null;
  /** What is wrong with the text it is set to. */
  readonly problem: string | null;
}

/** Lists the settings with their defaults and what holds now; never a password. It lists malformed ones too, so that they can be put right. */
export function describeSettings(environment: Environment = process.env): SettingDescription[] {
  return Object.values<Setting<unknown>>(settings).map((each) => {
    const { value, problem } = readSetting(each, environment);
    const isSet = Boolean(environment[each.variable]?.trim());
    const show = (of: unknown) => (each.show ? each.show(of) || null : shown(of));
    return { variable: each.variable, description: each.description, fallback: show(each.fallback), isSet, value: show(value), problem };
  });
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return /^postgres(ql)?:/.test(String(value)) ? withoutSecrets(String(value)) : String(value);
}

/** The folder of the registry's package.json, from the sources and from the compiled files alike. */
function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, 'package.json')) || dirname(from) === from ? from : projectFolder(dirname(from));
}
