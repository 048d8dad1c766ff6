import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiled } from './compiled.ts';

/** The API as a process, and its output so far. */
export class ApiProcess {
  readonly child: ChildProcess;
  said = '';
  complained = '';
  readonly ended: Promise<number | null>;

  constructor(settings: Record<string, string>) {
    const { PATH = '' } = process.env;
    const env = { PATH, PORT: '0', LOG_LEVEL: 'info', ...settings };
    this.child = spawn(process.execPath, [compiled('src/main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (text) => {
      this.said += text;
    });
    this.child.stderr?.on('data', (text) => {
      this.complained += text;
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  /** Waits until it listens; returns the URL. */
  async url(): Promise<URL> {
    for (;;) {
      const [, url] = /API +(\S+)\/graphql/.exec(this.said) ?? [];
      if (url) return new URL(url);
      if (this.child.exitCode !== null) throw new Error(`The API ended: ${this.complained}`);
      await sleep(20);
    }
  }
}
