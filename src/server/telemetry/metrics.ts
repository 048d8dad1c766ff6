import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { chainLag } from '../../chain/link.ts';
import { type CallerScope, ScopeEnum } from '../../contract/viewer.type.ts';
import { poolOf } from '../../database/data-source.ts';
import type { Replicas } from '../../database/replicas.ts';
import { unlessSilent } from '../../database/silence.ts';
import { faultCodes } from '../../errors.ts';
import { countParked } from '../../jobs/parked.ts';
import { sequencerLag } from '../../outbox/sequencer.ts';
import { countPaused } from '../../webhooks/paused.ts';
import { closeCodes } from './close-codes.ts';

/** A request to /graphql that was answered. */
export interface AnsweredRequest {
  /** Null if no operation was found. */
  readonly kind: 'query' | 'mutation' | 'subscription' | null;
  readonly status: number;
  /** Null when the key was not known. */
  readonly scope: CallerScope | null;
  readonly seconds: number;
  readonly asked: { readonly points: number; readonly lookUps: number } | null;
  /** Codes of the errors in the answer. */
  readonly errors: readonly string[];
}

const scopes: readonly string[] = Object.values(ScopeEnum);

/** How many are connected. */
export interface Connected {
  readonly sockets: () => number;
  readonly streams: () => number;
  readonly subscriptions: () => number;
}

/** The metrics for Prometheus. Labels have few values each: none contains a key, address, operation name or number. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = this.counter(
    'registry_requests_total',
    'Requests to /graphql that were answered.',
    'kind',
    'status',
    'scope',
  );
  private readonly errors = this.counter('registry_errors_total', 'Errors in answers, by their code.', 'code');
  private readonly rateLimited = this.counter('registry_rate_limited_total', 'Requests refused because the budget was used up.', 'scope');
  private readonly points = this.counter('registry_cost_points_total', 'Cost points asked for.', 'scope');
  private readonly lookUps = this.counter('registry_look_ups_total', 'Things asked for by number, name or id.', 'scope');
  private readonly refusals = this.counter('registry_refused_total', 'Requests refused unread because too many were under way.', 'scope');
  private readonly closes = this.counter('registry_socket_closes_total', 'WebSockets that ended, by close code.', 'code');
  private readonly durations = new Histogram({
    name: 'registry_request_duration_seconds',
    help: 'Time from the first byte of a request to /graphql to its answer.',
    labelNames: ['kind'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.registry],
  });

  constructor(source: DataSource, metered: () => number) {
    collectDefaultMetrics({ register: this.registry });
    this.beginAtZero();
    this.gauge('registry_metered_callers', 'Keys and addresses whose budget is kept in memory.', metered);
    const pool = poolOf(source);
    this.gauge('registry_pool_connections', 'Connections open to PostgreSQL.', () => pool.totalCount);
    this.gauge('registry_pool_idle_connections', 'Idle connections to PostgreSQL.', () => pool.idleCount);
    this.gauge('registry_pool_waiting_requests', 'Statements waiting for a connection.', () => pool.waitingCount);
    // If the database is down or says nothing, a scrape still returns the other metrics, in time.
    const asked = (count: (source: DataSource) => Promise<number>) => () => unlessSilent(count(source)).catch(() => Number.NaN);
    this.gauge('registry_sequencer_lag_seconds', 'How long the oldest unpublished change has waited.', asked(sequencerLag));
    this.gauge('registry_chain_lag_seconds', 'How long a row of the log or a fact has waited for its link in the chain.', asked(chainLag));
    this.gauge('registry_jobs_parked', 'Jobs that failed permanently and need attention: `registry jobs`.', asked(countParked));
    this.gauge('registry_webhooks_paused', 'Webhooks paused by the registry; their owners may not have noticed.', asked(countPaused));
  }

  /** Counters of what is known beforehand begin at 0: of one that appears at 1, an alarm on a rise misses the first. */
  private beginAtZero(): void {
    for (const code of faultCodes) this.errors.inc({ code }, 0);
    for (const code of Object.values(closeCodes)) this.closes.inc({ code }, 0);
    for (const scope of [...scopes, 'unknown'])
      for (const each of [this.rateLimited, this.refusals, this.points, this.lookUps]) each.inc({ scope }, 0);
  }

  /** Counts a request. */
  count({ kind, status, scope, seconds, asked, errors }: AnsweredRequest): void {
    const who = { scope: scope ?? 'unknown' };
    this.requests.inc({ kind: kind ?? 'none', status, ...who });
    this.durations.observe({ kind: kind ?? 'none' }, seconds);
    if (status === 429) this.rateLimited.inc(who);
    if (asked && status !== 429) {
      this.points.inc(who, asked.points);
      this.lookUps.inc(who, asked.lookUps);
    }
    for (const code of errors) this.errors.inc({ code });
  }

  /** Counts a WebSocket that ended. */
  countClose(code: number): void {
    this.closes.inc({ code });
  }

  /** Reports connected clients from now on. */
  watch({ sockets, streams, subscriptions }: Connected): void {
    this.gauge('registry_sockets', 'WebSockets that are open.', sockets);
    this.gauge('registry_streams', 'Streams of Server-Sent Events that are open.', streams);
    this.gauge('registry_subscriptions', 'Subscriptions that run on sockets and streams.', subscriptions);
  }

  /** Reports how many requests are under way, and whether the database stores and allows what it is given. */
  watchAdmission(
    admission: { readonly size: number; readonly waiting: number; readonly limit: number },
    database: { readonly isStorageFaulty: boolean; readonly rightsMissing: number },
  ): void {
    this.gauge('registry_requests_under_way', 'Requests to /graphql that are being answered.', () => admission.size);
    this.gauge('registry_requests_waiting', 'Requests to /graphql that wait for a place.', () => admission.waiting);
    this.gauge('registry_requests_limit', 'How many may be under way; beyond it they are refused.', () => admission.limit);
    this.gauge(
      'registry_storage_faulty',
      '1 if the database or the folder of documents could not store something within the last minute.',
      () => Number(database.isStorageFaulty),
    );
    this.gauge('registry_rights_missing', 'Rights that the role of the database lacks.', () => database.rightsMissing);
  }

  /** Counts a request that was refused before it was read. */
  countRefusal(scope: CallerScope | null): void {
    this.refusals.inc({ scope: scope ?? 'unknown' });
  }

  /** Reports the clock of the machine, from now on. */
  watchClock(clock: { readonly skewSeconds: number }): void {
    const help = 'Seconds by which the clock of this machine is ahead of the database’s; negative where it is behind.';
    this.gauge('registry_clock_skew_seconds', help, () => clock.skewSeconds);
  }

  /** Reports the replicas from now on. */
  watchReplicas(replicas: Pick<Replicas, 'inService' | 'lagSeconds'>): void {
    this.gauge('registry_replicas_in_service', 'Replicas that queries read from.', () => replicas.inService);
    this.gauge('registry_replica_lag_seconds', 'Maximum lag of the slowest replica.', () => replicas.lagSeconds);
  }

  /** The type of `text()`. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in the format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private counter<Label extends string>(name: string, help: string, ...labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, value: () => number | Promise<number>): Gauge {
    const registers = [this.registry];
    return new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await value());
      },
    });
  }
}
