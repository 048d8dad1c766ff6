import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CalendarParts, readCalendar } from '../../calendars/read-calendar.service.ts';
import { faults } from '../../errors.ts';
import { faultOf, isForOperator } from '../errors/client-errors.ts';
import { faultIn } from '../errors/error-language.ts';
import { retryHeaders } from '../http/retry-headers.ts';
import { RateLimit, type RateLimits } from '../limits/rate-limit.ts';
import { clientAddress } from '../request/client-address.ts';
import { localeOf } from '../request/request-locale.ts';
import type { Log } from '../telemetry/log.ts';

/** What the route of calendars works with. */
export interface CalendarPagesParts extends CalendarParts {
  readonly log: Log;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  readonly proxies: number;
}

/** GET /calendars/<secret>.ics returns a calendar. The address is a secret: it is not logged, and not kept by caches. */
export class CalendarPages {
  private readonly parts: CalendarPagesParts;

  constructor(parts: CalendarPagesParts) {
    this.parts = parts;
  }

  addTo(pages: FastifyInstance): void {
    pages.get<{ Params: { secret: string } }>('/calendars/:secret.ics', (request, reply) =>
      this.get(request, reply, request.params.secret),
    );
  }

  private async get(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<FastifyReply> {
    const requestId = String(reply.raw.getHeader('x-request-id') ?? '');
    void reply.headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    try {
      this.rateLimit(request)?.enter();
      const calendar = await readCalendar(this.parts, secret, requestId);
      if (calendar === null) throw faults.NOT_FOUND('calendar');
      return reply.type('text/calendar; charset=utf-8').send(calendar);
    } catch (error) {
      return this.refuse(error, request, reply, requestId);
    }
  }

  private rateLimit({ raw }: FastifyRequest): RateLimit | null {
    const { limits, proxies } = this.parts;
    return limits && new RateLimit(limits, { scope: 'public', keyId: null }, clientAddress(raw, proxies));
  }

  private refuse(error: unknown, { raw }: FastifyRequest, reply: FastifyReply, requestId: string): FastifyReply {
    const fault = faultOf(error);
    if (isForOperator(error, fault))
      this.parts.log.error({ requestId, err: error }, 'A calendar could not be read because of an internal error.');
    const shown = fault.code === 'INTERNAL' ? faults.INTERNAL(requestId) : fault;
    void reply.headers(retryHeaders(shown));
    const locale = localeOf(raw);
    void reply.headers({ vary: 'accept-language', 'content-language': locale });
    return reply.code(shown.status).send({ errors: [faultIn(locale, shown)] });
  }
}
