import { createServer, type Server } from 'node:http';
import { type ChangeFilter, changes, document, RegistryClient } from '../../clients/typescript/src/index.ts';
import type { Nodes } from './nodes.ts';

/** A consumer of every change of a kind, and what it received. */
export interface Consumer {
  readonly name: string;
  readonly key: string | null;
  readonly filter: ChangeFilter;
  /** Cursors in order of arrival, each once. */
  readonly received: string[];
  /** What came again and was recognized. */
  repeats: number;
}

/** What the registry would now send the consumer after a cursor. */
export async function expected({ key, filter }: Pick<Consumer, 'key' | 'filter'>, nodes: Nodes, after: string): Promise<string[]> {
  const client = new RegistryClient({ url: 'http://127.0.0.1/', key, fetch: nodes.fetch });
  const cursors: string[] = [];
  for (let from = after; ; ) {
    const { changes: page } = await client.ask(changes, { after: from, first: 10, filter });
    cursors.push(...page.nodes.map(({ cursor }) => cursor));
    if (!page.pageInfo.hasNextPage) return cursors;
    from = page.position;
  }
}

/** Follows by the client, on whichever node answers. */
export class Subscriber implements Consumer {
  readonly received: string[] = [];
  repeats = 0;
  /** Connections that broke. */
  breaks = 0;
  readonly name: string;
  readonly key: string | null;
  readonly filter: ChangeFilter;

  constructor(name: string, key: string | null, filter: ChangeFilter) {
    this.name = name;
    this.key = key;
    this.filter = filter;
  }

  async follow(nodes: Nodes, after: string, signal: AbortSignal): Promise<void> {
    const client = new RegistryClient({ url: 'http://127.0.0.1/', key: this.key, fetch: nodes.fetch });
    const seen = new Set<string>();
    const onBreak = () => {
      this.breaks += 1;
    };
    for await (const { cursor } of client.follow({ after, filter: this.filter, signal, onBreak, silenceMs: 20_000 })) {
      if (seen.has(cursor)) this.repeats += 1;
      else this.received.push(cursor);
      seen.add(cursor);
    }
  }
}

const createWebhook = document<{ createWebhook: { webhook?: { id: string } } }, { input: Readonly<Record<string, unknown>> }>(`
  mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename ... on IssuedWebhook { webhook { id } } } }`);

const webhooks = document<{ webhooks: Readonly<Record<string, unknown>>[] }, Record<string, never>>(
  '{ webhooks { failedAttempts failingSince nextAttemptAt pausedAt pauseReason deliveries(first: 5) { nodes { attempt sentAt failure responseStatus } } } }',
);

/** Receives messages over HTTP, and is away for a while now and then. */
export class Receiver implements Consumer {
  readonly received: string[] = [];
  repeats = 0;
  private readonly seen = new Set<string>();
  private server: Server | null = null;
  private port = 0;
  readonly name: string;
  readonly key: string;
  readonly filter: ChangeFilter;

  constructor(name: string, key: string, filter: ChangeFilter) {
    this.name = name;
    this.key = key;
    this.filter = filter;
  }

  async order(nodes: Nodes, after: string): Promise<void> {
    await this.open();
    const client = new RegistryClient({ url: 'http://127.0.0.1/', key: this.key, fetch: nodes.fetch });
    const input = { url: `http://127.0.0.1:${this.port}/`, filter: this.filter, after, idempotencyKey: this.name.replaceAll(' ', '-') };
    const { createWebhook: made } = await client.ask(createWebhook, { input });
    if (!made.webhook) throw new Error('No webhook was made.');
  }

  /** What the registry shows about its webhook. */
  async state(nodes: Nodes): Promise<string> {
    const client = new RegistryClient({ url: 'http://127.0.0.1/', key: this.key, fetch: nodes.fetch });
    return JSON.stringify((await client.ask(webhooks, {})).webhooks);
  }

  async open(): Promise<void> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      this.take(String(request.headers['webhook-id']), JSON.parse(Buffer.concat(chunks).toString('utf8')).data.cursor);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
    this.server = server;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  }

  private take(id: string, cursor: string): void {
    if (this.seen.has(id)) this.repeats += 1;
    else this.received.push(cursor);
    this.seen.add(id);
  }
}
