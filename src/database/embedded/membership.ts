import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { CannotStart } from '../../errors.ts';
import type { Role } from './holder.ts';
import { hold, isLast } from './holder.ts';
import type { Installation } from './installation.ts';
import type { Postmaster } from './postmaster.ts';
import { launch, runningPostmaster, stopPostmaster } from './postmaster.ts';
import { lasting } from './settings.ts';

/** Long enough for PostgreSQL to recover a large database after a crash, short enough to end some day: 10 minutes of tries 20 ms apart. */
const tries = 30_000;

/** One process's part in the server of an installation: held while the process lives, and taken up again when the server crashes under it. */
export class Membership {
  private client: Client | null = null;
  private rejoining: Promise<void> = Promise.resolve();
  private left: Promise<void> | null = null;

  constructor(
    private readonly installation: Installation,
    private readonly role: Role,
    private readonly onLost: (error: unknown) => void,
  ) {}

  /** Joins the server, having started it where need be, and gives its port. Rejoining needs the port there was: connection pools know no other. */
  async join(wanted?: number): Promise<number> {
    for (let left = tries; left > 0; left--) {
      const running = runningPostmaster(this.installation);
      if (!running) await launch(this.installation, lasting, wanted);
      else if (running.ready && (await this.take(running))) return this.samePort(running.port, wanted);
      else await sleep(20);
    }
    throw new CannotStart(`PostgreSQL did not become ready. Its log is ${this.installation.log}.`);
  }

  /** Gives up the part; whoever is last stops the server. */
  leave(): Promise<void> {
    this.left ??= this.rejoining.then(() => this.release());
    return this.left;
  }

  private async take(running: Postmaster): Promise<boolean> {
    const client = await hold(this.installation, running, this.role);
    this.client = client;
    client?.once('end', () => {
      if (this.left !== null) return;
      this.client = null;
      this.rejoining = this.join(running.port).then(() => {}, this.onLost);
    });
    return client !== null;
  }

  private samePort(port: number, wanted = port): number {
    if (port === wanted) return port;
    throw new CannotStart('PostgreSQL crashed and another process has started it anew. Start this one again.');
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
