import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Chance } from '../../src/demo/chance.ts';

const program = fileURLToPath(new URL('../../src/main.js', import.meta.url));

/** One API process with its workers, which may die and restart on the same port. */
class RegistryNode {
  readonly port: number;
  private readonly databaseUrl: string;
  private process: ChildProcess | null = null;

  constructor(port: number, databaseUrl: string) {
    this.port = port;
    this.databaseUrl = databaseUrl;
  }

  get isUp(): boolean {
    return this.process !== null;
  }

  /** Starts it and waits until it is ready; one that finds no database ends, and is started again. */
  async start(): Promise<void> {
    let started = this.spawned();
    for (let left = 600; !(await isReady(this.port)); left--) {
      if (left === 0) throw new Error('A node did not come up.');
      if (started.exitCode !== null) started = this.spawned();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.process = started;
  }

  private spawned(): ChildProcess {
    const env = {
      ...{ PATH: process.env.PATH, PORT: String(this.port), DATABASE_URL: this.databaseUrl, LOG_LEVEL: 'error' },
      ...{ REGISTRY_RATE_LIMITS: 'off', REGISTRY_WORKERS: '2', REGISTRY_WEBHOOK_PRIVATE_TARGETS: 'allow', REGISTRY_POOL_SIZE: '8' },
    };
    return spawn(process.execPath, ['--enable-source-maps', program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ended = this.process;
    this.process = null;
    if (!ended || ended.exitCode !== null) return;
    const exited = once(ended, 'exit');
    ended.kill(signal);
    await exited;
  }
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** The nodes behind a balancer that sends each request to one of those that are up. */
export class Nodes {
  readonly all: readonly RegistryNode[];
  private readonly chance: Chance;

  private constructor(all: readonly RegistryNode[], chance: Chance) {
    this.all = all;
    this.chance = chance;
  }

  static async start(count: number, databaseUrl: string, chance: Chance): Promise<Nodes> {
    const ports = await freePorts(count);
    const nodes = new Nodes(
      ports.map((port) => new RegistryNode(port, databaseUrl)),
      chance,
    );
    await Promise.all(nodes.all.map((node) => node.start()));
    return nodes;
  }

  /** `fetch` through the balancer; the given address names no node. */
  readonly fetch: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const up = this.all.filter(({ isUp }) => isUp);
    url.port = String(up[this.chance.below(up.length)]?.port ?? 1);
    return fetch(url, init);
  };

  async stop(): Promise<void> {
    await Promise.all(this.all.map((node) => node.end('SIGTERM')));
  }
}

/** Unused ports; they are held until all are found, so that none is found twice. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  return servers.map((server) => {
    const address = server.address();
    server.close();
    if (typeof address !== 'object' || address === null) throw new Error('A listening server has a port.');
    return address.port;
  });
}
