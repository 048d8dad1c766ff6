import { describe, expect, test } from '@jest/globals';
import { describeSettings, loadConfig, settings } from '../../src/config.ts';
import { CannotStart } from '../../src/errors.ts';
import { mailOf, mailsDigests } from '../../src/main-mail.ts';

const secretUrl = 'postgres://registry:s3cret@db.example:5433/cor?sslmode=require&options=s3cret';

/** What stops the start. */
function problemsOf(environment: Record<string, string>): string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof CannotStart) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the settings', () => {
  test('have defaults, so that an empty environment starts the registry', () => {
    expect(loadConfig({})).toEqual({
      environment: 'development',
      port: 4000,
      host: '127.0.0.1',
      logLevel: 'info',
      databaseUrl: null,
      databaseOwnerUrl: null,
      dataDir: expect.stringMatching(/[/\\]data$/),
      embeddedPgBin: null,
      poolSize: 4,
      replicaUrls: [],
      replicaLagMs: 5_000,
      publicUrl: null,
      signingKeys: null,
      sharedBudgets: 'off',
      drainMs: 0,
      rateLimits: [],
      trustedDocuments: null,
      trustedProxies: 0,
      uploadsDir: expect.stringMatching(/\/uploads$/),
      corsOrigins: [],
      socketsPerKey: 200,
      socketsPerAddress: 20,
      metricsPort: null,
      metricsHost: '127.0.0.1',
      otlpEndpoint: null,
      wsibAccountForm: /^(?=.*\d)[A-Z0-9]{4,40}$/,
      workers: 10,
      webhookPrivateTargets: 'refuse',
      smtpUrl: null,
      mailFrom: null,
      mailSender: null,
      deskMail: [],
      demoAccounts: 2000,
    });
  });

  test('are read from the environment, each as its type', () => {
    const config = loadConfig({ PORT: '0', HOST: '::', REGISTRY_POOL_SIZE: '12', LOG_LEVEL: 'debug', DATABASE_URL: secretUrl });
    expect(config).toMatchObject({ port: 0, host: '::', poolSize: 12, logLevel: 'debug', databaseUrl: secretUrl });
  });

  test('of mail go together, take one address at a time, and hide the password', async () => {
    const mail = { REGISTRY_SMTP_URL: 'smtps://me:s3cret@mail.example.ca', REGISTRY_MAIL_FROM: 'registry@example.ca' };
    expect(loadConfig({ ...mail, REGISTRY_DESK_MAIL: 'desk@example.ca fr:bureau@example.ca' }).deskMail).toEqual([
      { locale: 'en', address: 'desk@example.ca' },
      { locale: 'fr', address: 'bureau@example.ca' },
    ]);
    expect(JSON.stringify(describeSettings(mail))).not.toContain('s3cret');
    expect(problemsOf({ REGISTRY_SMTP_URL: mail.REGISTRY_SMTP_URL })).toEqual(['REGISTRY_MAIL_FROM must be set with REGISTRY_SMTP_URL.']);
    expect(problemsOf({ REGISTRY_DESK_MAIL: 'desk@example.ca' })).toEqual(['REGISTRY_SMTP_URL must be set with REGISTRY_DESK_MAIL.']);
    const digests = { ...mail, REGISTRY_PUBLIC_URL: 'https://registry.example.ca/', REGISTRY_MAIL_SENDER: 'IHSA, 1 Example Street' };
    expect((await mailOf(loadConfig(digests))).digestMail).toMatchObject({
      publicUrl: 'https://registry.example.ca',
      sender: 'IHSA, 1 Example Street',
    });
    expect(mailsDigests(loadConfig(digests))).toBe(true);
    for (const missing of ['REGISTRY_PUBLIC_URL', 'REGISTRY_MAIL_SENDER'])
      expect(mailsDigests(loadConfig(Object.fromEntries(Object.entries(digests).filter(([name]) => name !== missing))))).toBe(false);
    expect(problemsOf({ REGISTRY_MAIL_SENDER: 'IHSA,\n1 Example Street' })).toHaveLength(1);
    expect(problemsOf({ ...mail, REGISTRY_MAIL_FROM: 'a@b.ca>,c@d.ca' })).toContain(
      'REGISTRY_MAIL_FROM must be an address such as registry@example.ca.',
    );
  });

  test('make paths absolute', () => {
    expect(loadConfig({ REGISTRY_DATA_DIR: 'here' }).dataDir).toBe(`${process.cwd()}/here`);
  });

  test('count as not set when they are empty', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(loadConfig({}));
  });

  test('stop the start if malformed, naming all at once and never repeating a value', () => {
    const problems = problemsOf({ PORT: '4000x', REGISTRY_POOL_SIZE: '0', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://root:s3cret@db/cor' });
    expect(problems).toEqual([
      'PORT must be a whole number from 0 to 65535.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      'DATABASE_URL must be a connection URL of the form postgres://user:password@host:port/database.',
      'REGISTRY_POOL_SIZE must be a whole number from 1 to 500.',
    ]);
  });

  test.each(['-1', '65536', '1e3', '0x10', '4000.0', ' 40 00'])('refuse the port %j', (PORT) => {
    expect(problemsOf({ PORT })).toEqual(['PORT must be a whole number from 0 to 65535.']);
  });

  test('stop the start if a REGISTRY_ variable is unknown, because it is probably misspelled', () => {
    expect(problemsOf({ REGISTRY_POOLSIZE: '9', REGISTERED: 'yes', PATH: '/bin' })).toEqual([
      'REGISTRY_POOLSIZE is not a setting of the registry; `registry config` lists them all.',
    ]);
  });

  test('require DATABASE_URL in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual(['DATABASE_URL must be set when NODE_ENV is production.']);
    expect(problemsOf({ NODE_ENV: 'production', DATABASE_URL: secretUrl })).toEqual([]);
    const ofTwoHosts = problemsOf({ NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@one,two/cor' });
    expect(ofTwoHosts).toEqual([expect.stringContaining('several hosts')]);
  });
});

describe('the list of settings', () => {
  test('names every setting with its default and its value in effect, and no password', () => {
    const list = describeSettings({ DATABASE_URL: secretUrl, PORT: '4100' });
    expect(list.map((each) => each.variable)).toEqual(Object.values(settings).map((each) => each.variable));
    expect(list.find((each) => each.variable === 'PORT')).toMatchObject({ fallback: '4000', isSet: true, value: '4100', problem: null });
    expect(list.find((each) => each.variable === 'HOST')).toMatchObject({ fallback: '127.0.0.1', isSet: false, value: '127.0.0.1' });
    expect(list.find((each) => each.variable === 'DATABASE_URL')?.value).toBe('postgres://registry@db.example:5433/cor');
    expect(JSON.stringify(list)).not.toContain('s3cret');
  });

  test('names replicas without their passwords', () => {
    const list = describeSettings({ REGISTRY_REPLICA_URLS: `${secretUrl}  postgres://registry:s3cret@two.example/cor` });
    expect(list.find((each) => each.variable === 'REGISTRY_REPLICA_URLS')).toMatchObject({
      fallback: null,
      value: 'postgres://registry@db.example:5433/cor postgres://registry@two.example/cor',
      problem: null,
    });
  });

  test('shows what is wrong instead of failing', () => {
    const port = describeSettings({ PORT: 's3cret' }).find((each) => each.variable === 'PORT');
    expect(port).toMatchObject({ isSet: true, value: '4000', problem: 'PORT must be a whole number from 0 to 65535.' });
  });
});
