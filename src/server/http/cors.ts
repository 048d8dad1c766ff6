import type { IncomingMessage } from 'node:http';

type Headers = Record<string, string>;

/** How long a browser caches a preflight, in seconds; browsers cap it at their own limit. */
const REMEMBERED_S = 7_200;

const preflightHeaders: Headers = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, apollo-require-preflight, last-event-id, x-request-id, registry-lsn',
  'access-control-max-age': String(REMEMBERED_S),
};

const exposed = 'ratelimit, ratelimit-policy, retry-after, x-request-id, registry-lsn, registry-sandbox';

/** The web sites whose pages may read answers. No cookies are involved: a page sends its own API key. */
export class Cors {
  private readonly origins: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.origins = new Set(origins);
  }

  /** The headers of an answer to a request, with its `Vary` extended. */
  headers({ headers: { origin } }: IncomingMessage, vary = ''): Headers {
    if (this.origins.size === 0) return {};
    const varied = { vary: vary ? `${vary}, origin` : 'origin' };
    return this.allows(origin) ? { ...varied, 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed } : varied;
  }

  /** The headers that answer a preflight of an allowed origin; null for any other request. */
  preflight(request: IncomingMessage): Headers | null {
    const { origin, 'access-control-request-method': method } = request.headers;
    if (request.method !== 'OPTIONS' || method === undefined || !this.allows(origin)) return null;
    return { ...this.headers(request), ...preflightHeaders };
  }

  /**
   * Whether the sender may stay connected: no page, one of our pages, or one of an allowed origin. A page cannot forge its
   * origin.
   */
  admits({ headers: { origin, host } }: IncomingMessage): boolean {
    return origin === undefined || this.allows(origin) || (URL.canParse(origin) && new URL(origin).host === host);
  }

  private allows(origin: string | undefined): origin is string {
    return origin !== undefined && (this.origins.has(origin) || this.origins.has('*'));
  }
}
