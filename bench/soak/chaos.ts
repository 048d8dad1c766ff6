import type { DataSource } from 'typeorm';
import type { Chance } from '../../src/demo/chance.ts';
import { onceBack, unlessAway } from './away.ts';
import type { Receiver } from './consumers.ts';
import type { Nodes } from './nodes.ts';

/** Longer than the first gap after a failed delivery: the second is five minutes, too long for a soak. */
const RECEIVER_REST_MS = 12_000;
const RECEIVER_AWAY_MS = 2_000;

/** Seconds by which the registry's time is shifted at most, either way. */
const MOST_SHIFT = 600;

/** Requests sent at once. */
const BURST = 400;

/** Kills nodes, their listening connections and receivers, shifts the clock and sends bursts of requests, in turn, until stopped; then starts everything again. */
export class Chaos {
  readonly harms: Record<string, number> = {};
  private readonly comingBack: Promise<void>[] = [];
  private readonly awayAt = new Map<Receiver, number>();
  private readonly nodes: Nodes;
  private readonly receivers: readonly Receiver[];
  private readonly dataSource: DataSource;
  private readonly chance: Chance;

  constructor(nodes: Nodes, receivers: readonly Receiver[], dataSource: DataSource, chance: Chance) {
    this.nodes = nodes;
    this.receivers = receivers;
    this.dataSource = dataSource;
    this.chance = chance;
  }

  async rage(signal: AbortSignal): Promise<void> {
    const harms = [
      () => this.endNode('SIGKILL'),
      () => this.endNode('SIGTERM'),
      () => this.cutListening(),
      () => this.closeReceiver(),
      () => this.shiftClock(),
      () => this.overload(),
    ];
    while (!signal.aborted) {
      // Harm that goes through the database is not done while the database is away.
      await harms[this.chance.below(harms.length)]?.().catch(unlessAway);
      await new Promise((resolve) => setTimeout(resolve, this.chance.between(200, 1_500)));
    }
    await onceBack(() => this.dataSource.query('update registry_clock set shift_seconds = 0'));
    await Promise.all(this.comingBack);
  }

  // At least one stays up: a registry without a running node answers nobody.
  private async endNode(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const up = this.nodes.all.filter(({ isUp }) => isUp);
    const node = up[this.chance.below(up.length)];
    if (up.length < 2 || !node) return;
    this.count(signal === 'SIGKILL' ? 'nodes killed' : 'nodes stopped');
    this.comingBack.push(node.end(signal).then(() => node.start()));
  }

  private async cutListening(): Promise<void> {
    this.count('listening connections cut');
    await this.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
  }

  // Not by days: changes of a later day would be published early, which has a repair of its own.
  private async shiftClock(): Promise<void> {
    this.count('clocks shifted');
    await this.dataSource.query('update registry_clock set shift_seconds = $1', [this.chance.between(0, 2 * MOST_SHIFT) - MOST_SHIFT]);
  }

  // More than a node takes: callers that are refused try again, and must lose nothing.
  private async overload(): Promise<void> {
    this.count('bursts');
    const body = JSON.stringify({ query: '{ organizations(first: 20) { nodes { legalName } } }' });
    const headers = { 'content-type': 'application/json' };
    const ask = () => this.nodes.fetch('http://127.0.0.1/graphql', { method: 'POST', headers, body }).then((answer) => answer.text());
    await Promise.allSettled(Array.from({ length: BURST }, ask));
  }

  private async closeReceiver(): Promise<void> {
    const receiver = this.receivers[this.chance.below(this.receivers.length)];
    if (!receiver || Date.now() - (this.awayAt.get(receiver) ?? 0) < RECEIVER_REST_MS) return;
    this.count('receivers closed');
    this.awayAt.set(receiver, Date.now());
    await receiver.close();
    await new Promise((resolve) => setTimeout(resolve, RECEIVER_AWAY_MS));
    await receiver.open();
  }

  private count(harm: string): void {
    this.harms[harm] = (this.harms[harm] ?? 0) + 1;
  }
}
