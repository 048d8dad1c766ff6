import { clockOf } from '../../src/clock.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { startWorker, type WorkerParts } from '../../src/jobs/worker.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { Wake } from '../../src/outbox/wake.ts';
import { networkOf } from '../../src/webhooks/send.ts';
import type { Receiver } from './webhook-receiver.ts';
import { today, type WritingServer } from './writing.ts';

/** A key holder with a webhook, as a client sees it. */
export interface WebhookOwner {
  readonly key: string;
  readonly id: string;
  readonly secret: string;
  /** What `webhooks` shows about it. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  look(): Promise<any>;
  /** Sends one of the mutations that change it, at its current version. */
  alter(mutation: string, input?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

export const webhookFields = `id url filter selection deliveredUpTo pausedAt pauseReason notice failedAttempts failingSince nextAttemptAt oldSecretUntil version
  deliveries(first: 50) { nodes { messageId change attempt sentAt durationMs requestBody responseStatus responseBody failure } }`;

/** Creates a webhook for a new holder of a buyer's key. */
export async function ownWebhook(
  server: WritingServer,
  receiver: Pick<Receiver, 'url'>,
  input: Record<string, unknown> = {},
): Promise<WebhookOwner> {
  const key = await server.keyFor('buyer', `City ${Math.random()}`);
  const made = await ask(server, key, createText, { url: receiver.url, idempotencyKey: 'mine', ...input });
  const { webhook, secret } = made.createWebhook;
  const look = async () => (await ask(server, key, `{ webhooks { ${webhookFields} } }`)).webhooks[0];
  const alter = async (mutation: string, more: Record<string, unknown> = {}) => {
    const { version } = await look();
    const data = await ask(server, key, alterText(mutation), { webhook: webhook.id, expectedVersion: version, ...more });
    return data[mutation];
  };
  return { key, id: webhook.id, secret, look, alter };
}

const createText = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { ... on IssuedWebhook { secret webhook { id } } } }`;

const alterText = (mutation: string) => `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
  ${mutation}(input: $input) { ... on ${
    mutation === 'rotateWebhookSecret'
      ? 'IssuedWebhook { secret webhook { oldSecretUntil } }'
      : 'Webhook { version pausedAt pauseReason deliveredUpTo }'
  } } }`;

/** Asks with a key; fails the test if there are errors. */
export async function ask(server: WritingServer, key: string, query: string, input?: Record<string, unknown>) {
  const { data, errors } = await server.graphql(query, input ? { input } : {}, { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** A worker on a server's database that polls and retries quickly. */
export async function workOn(server: Pick<WritingServer, 'databaseUrl' | 'selectionsOn'>, over: Partial<WorkerParts> = {}) {
  const source = await createDataSource(server.databaseUrl).initialize();
  const wake = new Wake(source, () => {});
  await wake.start();
  const quiet = { debug: () => {}, warn: () => {}, error: () => {} };
  const clock = { ...clockOf(() => new Date()), today: () => today };
  const network = { ...networkOf(true), timeoutMs: 3_000 };
  const shared = { source, wake, clock, network, selections: server.selectionsOn(source) };
  const worker = await startWorker({ ...shared, gaps: [20, 20, 20], log: quiet, atOnce: 4, pollMs: 50, ...over });
  const close = async () => {
    await worker.close();
    await wake.close();
    await source.destroy();
  };
  return { source, close };
}

/** Issues a certificate to a registered account, which every buyer sees, and assigns the change its position. */
export async function certify(server: WritingServer, wsibAccount: string): Promise<void> {
  const { id: account } = await server.file(wsibAccount);
  const { data, errors } = await server.mutate('issueCertificate', await server.issuable(account));
  if (errors || data.issueCertificate.__typename !== 'Certificate') throw new Error(JSON.stringify({ data, errors }));
  await stampChanges(server.dataSource);
}
