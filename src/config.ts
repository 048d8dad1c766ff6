import { join } from 'node:path';
import { databaseSettings } from './config-database.ts';
import {
  asItIs,
  folder,
  httpUrl,
  oneOf,
  origins,
  projectFolder,
  type RateOverride,
  rateLimits,
  type Setting,
  setting,
  showRateLimits,
  wholeNumber,
  wholePattern,
  withoutSecrets,
} from './config-forms.ts';
import { mailSettings } from './config-mail.ts';
import { CannotStart } from './errors.ts';

/** Every setting of the registry. To add one, add an entry: the start-up checks and `registry config` follow. */
export const settings = {
  environment: setting({
    variable: 'NODE_ENV',
    fallback: 'development',
    parse: oneOf('development', 'test', 'production'),
    description: 'Environment the process runs in; production requires DATABASE_URL.',
  }),
  port: setting({
    variable: 'PORT',
    fallback: 4000,
    parse: wholeNumber(0, 65_535),
    description: 'TCP port of the API; 0 is any free one.',
  }),
  host: setting({ variable: 'HOST', fallback: '127.0.0.1', parse: asItIs, description: 'Address the API listens on.' }),
  publicUrl: setting<string | null>({
    variable: 'REGISTRY_PUBLIC_URL',
    fallback: null,
    parse: httpUrl,
    description: 'Address by which people reach the registry, for the codes on documents; if not set, the one that a request names.',
  }),
  logLevel: setting({
    variable: 'LOG_LEVEL',
    fallback: 'info',
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    description: 'Minimum log level.',
  }),
  ...databaseSettings,
  uploadsDir: setting({
    variable: 'REGISTRY_UPLOADS_DIR',
    fallback: join(projectFolder(), 'data', 'uploads'),
    parse: folder,
    description: 'Folder of the documents uploaded with requests; back it up with the database. All API processes must share it.',
  }),
  drainMs: setting({
    variable: 'REGISTRY_DRAIN_MS',
    fallback: 0,
    parse: wholeNumber(0, 300_000),
    description: 'Milliseconds that a stopping process goes on answering while /readyz returns 503, for a load balancer to notice.',
  }),
  signingKeys: setting<string | null>({
    variable: 'REGISTRY_SIGNING_KEYS',
    fallback: null,
    parse: folder,
    description:
      'File of the keys that sign the head of the audit chain, a JSON Web Key Set: `registry signing-keys make`. The same on every node.',
  }),
  trustedDocuments: setting<string | null>({
    variable: 'REGISTRY_TRUSTED_DOCUMENTS',
    fallback: null,
    parse: folder,
    description: 'Folder with a file <id of a key>.json for each API key that is held to documents, which it lists by their SHA-256.',
  }),
  wsibAccountForm: setting({
    variable: 'REGISTRY_WSIB_ACCOUNT_FORM',
    fallback: /^(?=.*\d)[A-Z0-9]{4,40}$/,
    parse: wholePattern,
    description:
      'Regular expression that a whole WSIB account number in a file must match, in capitals, without spaces or hyphens. ' +
      'Whatever it is, such a number has letters and digits, at least one digit, at most 40.',
  }),
  rateLimits: setting<readonly RateOverride[] | null>({
    variable: 'REGISTRY_RATE_LIMITS',
    fallback: [],
    parse: rateLimits,
    show: showRateLimits,
    description:
      'Budgets in place of the defaults, each <scope>.<points or lookUps>=<at once>/<per second>: "buyer.lookUps=6000/10"; "off" disables metering.',
  }),
  sharedBudgets: setting<'off' | 'on'>({
    variable: 'REGISTRY_SHARED_BUDGETS',
    fallback: 'off',
    parse: oneOf('off', 'on'),
    description: 'Whether all nodes share one budget for each caller, through the database: "on" behind a load balancer.',
  }),
  trustedProxies: setting({
    variable: 'REGISTRY_TRUST_PROXY',
    fallback: 0,
    parse: wholeNumber(0, 10),
    description: 'Number of your own proxies in front of the API: so many last entries of X-Forwarded-For are trusted; 0 trusts none.',
  }),
  socketsPerKey: setting({
    variable: 'REGISTRY_SOCKETS_PER_KEY',
    fallback: 200,
    parse: wholeNumber(1, 1_000_000),
    description: 'Maximum number of WebSockets and streams that a process holds for one API key.',
  }),
  socketsPerAddress: setting({
    variable: 'REGISTRY_SOCKETS_PER_ADDRESS',
    fallback: 20,
    parse: wholeNumber(1, 1_000_000),
    description: 'Maximum number of WebSockets and streams that a process holds for one address without an API key.',
  }),
  corsOrigins: setting<readonly string[]>({
    variable: 'REGISTRY_CORS_ORIGINS',
    fallback: [],
    parse: origins,
    show: (list) => list.join(' '),
    description: 'Origins of web sites whose pages may call the API from a browser, such as "https://bids.example.ca"; * allows any.',
  }),
  metricsPort: setting<number | null>({
    variable: 'REGISTRY_METRICS_PORT',
    fallback: null,
    parse: wholeNumber(0, 65_535),
    description: 'TCP port that serves /metrics to Prometheus; 0 takes any free one. If not set, there are no metrics.',
  }),
  metricsHost: setting({
    variable: 'REGISTRY_METRICS_HOST',
    fallback: '127.0.0.1',
    parse: asItIs,
    description: 'Address the metrics listen on; keep it away from the public.',
  }),
  otlpEndpoint: setting<string | null>({
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    fallback: null,
    parse: httpUrl,
    description: 'Base URL of an OpenTelemetry collector that accepts traces by OTLP over HTTP; if not set, there are no traces.',
  }),
  workers: setting({
    variable: 'REGISTRY_WORKERS',
    fallback: 10,
    parse: wholeNumber(0, 200),
    description: 'Number of jobs, such as webhook deliveries, that this process runs at once; 0 runs none.',
  }),
  webhookPrivateTargets: setting<'refuse' | 'allow'>({
    variable: 'REGISTRY_WEBHOOK_PRIVATE_TARGETS',
    fallback: 'refuse',
    parse: oneOf('refuse', 'allow'),
    description: 'Whether webhooks may target private addresses and http URLs: "allow" is for development only.',
  }),
  ...mailSettings,
  demoAccounts: setting({
    variable: 'REGISTRY_DEMO_ACCOUNTS',
    fallback: 2000,
    parse: wholeNumber(0, 5_000_000),
    description: 'Number of demo accounts that the API loads when it first starts on its own empty database; 0 loads none.',
  }),
};

type Settings = typeof settings;

/** The current value of each setting. */
export type Config = { readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never };

/** The environment's variables, as text. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks every setting; throws CannotStart with one line for each variable that is unknown, malformed or missing. */
export function loadConfig(environment: Environment = process.env): Config {
  const readings = Object.entries<Setting<unknown>>(settings).map(([name, each]) => ({ name, ...readSetting(each, environment) }));
  // fromEntries loses which key goes with which type; the keys are those of `settings`.
  const config = Object.fromEntries(readings.map(({ name, value }) => [name, value])) as Config;
  const malformed = readings.flatMap(({ problem }) => problem ?? []);
  const problems = [...unknownVariables(environment), ...malformed, ...missing(config).filter((line) => !isOfSame(line, malformed))];
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

/** The variables by which a terminal states its language (POSIX). */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment = process.env): Environment {
  return { LC_ALL, LC_MESSAGES, LANG };
}

/** One line for each variable whose name begins like the registry's but is not a setting: most likely it is misspelt. */
export function unknownVariables(environment: Environment = process.env): string[] {
  const known = new Set(Object.values(settings).map((each) => each.variable));
  const strange = Object.keys(environment).filter((name) => name.startsWith('REGISTRY_') && !known.has(name));
  return strange.map((name) => `${name} is not a setting of the registry; \`registry config\` lists them all.`);
}

/** Whether one of the problems is of the variable that a line begins with: what is malformed is set, and not missing as well. */
const isOfSame = (line: string, problems: readonly string[]): boolean =>
  problems.some((problem) => problem.split(' ', 1)[0] === line.split(' ', 1)[0]);

const missing = ({ environment, databaseUrl, smtpUrl, mailFrom, deskMail }: Config): string[] => [
  ...(environment === 'production' && !databaseUrl ? ['DATABASE_URL must be set when NODE_ENV is production.'] : []),
  ...(smtpUrl && !mailFrom ? ['REGISTRY_MAIL_FROM must be set with REGISTRY_SMTP_URL.'] : []),
  ...(deskMail.length > 0 && !smtpUrl ? ['REGISTRY_SMTP_URL must be set with REGISTRY_DESK_MAIL.'] : []),
];

/** One line of `registry config`. */
export interface SettingDescription {
  readonly variable: string;
  readonly description: string;
  /** The default. */
  readonly fallback: string | null;
  readonly isSet: boolean;
  /** The current value, without a password. */
  readonly value: string | null;
  /** What is wrong with the text that it is set to. */
  readonly problem: string | null;
}

/** Lists the settings with their defaults and current values, never a password; malformed ones too, so that they can be corrected. */
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
