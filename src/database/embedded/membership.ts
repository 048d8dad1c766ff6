import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { CannotStart } from '../../errors.ts';
import type { Role } from './holder.ts';
import { hold, isLast } from './holder.ts';
import type { Installation } from './installation.ts';
import type { Postmaster } from './postmaster.ts';
import { launch, runningPostmaster, stopPostmaster } from './postmaster.ts';
import { lasting } from './settings.ts';

/** 10 minutes of attempts 20 ms apart: enough for PostgreSQL to recover a large database after a crash. */
const tries = 30_000;

/** One process's use of the server of an installation: it lasts as long as the process, which restarts the server after a crash. */
export class Membership {
  private client: Client | null = null;
  private rejoining: Promise<void> = Promise.resolve();
  private left: Promise<void> | null = null;
  /** Lets the server outlive this process. */
  private letLive = () => {};

  constructor(
    private readonly installation: Installation,
    private readonly role: Role,
    private readonly onLost: (error: unknown) => void,
  ) {}

  /** Joins the server, starting it if necessary, and returns its port. To rejoin, name the former port: connection pools use no other. */
  async join(wanted?: number): Promise<number> {
    for (let left = tries; left > 0; left--) {
      const running = runningPostmaster(this.installation);
      if (!running) this.letLive = await launch(this.installation, lasting, wanted);
      else if (running.ready && (await this.take(running))) return this.samePort(running.port, wanted);
      else await sleep(20);
    }
    throw new CannotStart(`PostgreSQL did not become ready. Its log is ${this.installation.log}.`);
  }

  /** Call this once the server is in use: from now on `leave` stops it, and the end of this process does not. */
  settle(): void {
    this.letLive();
  }

  /** Leaves the server; the last process to leave stops it. */
  leave(): Promise<void> {
    this.letLive();
    this.left ??= this.rejoining.then(() => this.release());
    return this.left;
  }

  private async take(running: Postmaster): Promise<boolean> {
    const client = await hold(this.installation, running, this.role);
    this.client = client;
    client?.once('end', () => {
      if (this.left !== null) return;
      this.client = null;
      this.rejoining = this.join(running.port).then(() => this.letLive(), this.onLost);
    });
    return client !== null;
  }

  private samePort(port: number, wanted = port): number {
    if (port === wanted) return port;
    throw new CannotStart('PostgreSQL crashed and another process has restarted it. Start this one again.');
  }

  private async release(): Promise<void> {
    const client = this.client;
    if (!client) return;
    // A server that has just crashed answers nothing and needs no stopping.
    const last = await isLast(client).catch(() => false);
    if (last) await stopPostmaster(this.installation);
    else await client.end();
  }
}
