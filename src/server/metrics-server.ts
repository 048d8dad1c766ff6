import { createServer, type RequestListener } from 'node:http';
import { listen, urlOf } from './http/listening.ts';
import type { Metrics } from './telemetry/metrics.ts';

/** Where metrics are available. */
export interface MetricsAddress {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

/** A server for metrics only, on a port that the public does not reach. */
export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `/metrics` and nothing else. */
export async function startMetricsServer(metrics: Metrics, address: MetricsAddress): Promise<MetricsServer> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, answerWith(metrics));
  await listen(server, address, 'REGISTRY_METRICS_PORT');
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `${urlOf(server, address.host)}/metrics`, close };
}

const answerWith =
  (metrics: Metrics): RequestListener =>
  async (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
    const text = await metrics.text().catch(() => null);
    if (text === null) return void response.writeHead(500).end();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
  };
