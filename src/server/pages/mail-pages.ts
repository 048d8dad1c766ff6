import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../clock.ts';
import { html } from '../../desk/html.ts';
import { confirmAddress, digestToConfirm, digestToEnd, unsubscribe } from '../../digests/confirmation.service.ts';
import { type PageId, pageWords } from '../../digests/page-words.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import { RateLimit, type RateLimits } from '../limits/rate-limit.ts';
import { clientAddress } from '../request/client-address.ts';
import { localeOf } from '../request/request-locale.ts';

/** What the addresses in messages work with. */
export interface MailPagesParts {
  readonly source: DataSource;
  readonly clock: Clock;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  readonly proxies: number;
}

/** Our own style, and a form that leads back here. */
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A one-click request of a mail program (RFC 8058) has one short field. */
const MOST_BODY_BYTES = 4096;

/** Finds the language of the reader for a secret; null for one that is not valid. */
type Act = (secret: string) => Promise<Locale | null>;

/**
 * The addresses in daily e-mail: GET asks, and POST confirms or unsubscribes, from the page's button or from a mail program's (RFC 8058). The secrets in
 * them are not logged, and their pages are not kept by caches.
 */
export class MailPages {
  private readonly parts: MailPagesParts;

  constructor(parts: MailPagesParts) {
    this.parts = parts;
  }

  addTo(pages: FastifyInstance): void {
    const { source, clock } = this.parts;
    const now = () => clock.wallNow();
    void pages.register((mail, _options, done) => {
      mail.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BODY_BYTES }, (_request, _body, parsed) => parsed(null));
      const get = this.route('confirm', async (secret) => (await digestToConfirm(source, secret, now()))?.locale ?? null);
      mail.get('/mail/confirm/:secret', get);
      mail.post(
        '/mail/confirm/:secret',
        this.route('confirmed', (secret) => confirmAddress(source, secret, now())),
      );
      mail.get(
        '/mail/unsubscribe/:secret',
        this.route('unsubscribe', async (secret) => (await digestToEnd(source, secret))?.locale ?? null),
      );
      mail.post(
        '/mail/unsubscribe/:secret',
        this.route('unsubscribed', (secret) => unsubscribe(source, secret, now())),
      );
      done();
    });
  }

  private route(page: PageId, act: Act) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      this.rateLimit(request)?.enter();
      // The router gives each parameter as text.
      const { secret = '' } = request.params as Readonly<Record<string, string>>;
      const locale = await act(secret);
      return show(reply, locale ?? localeOf(request.raw), locale === null ? 'unknown' : page);
    };
  }

  private rateLimit({ raw }: FastifyRequest): RateLimit | null {
    const { limits, proxies } = this.parts;
    return limits && new RateLimit(limits, { scope: 'public', keyId: null }, clientAddress(raw, proxies));
  }
}

function show(reply: FastifyReply, locale: Locale, id: PageId): FastifyReply {
  const { title, sentence, button } = pageWords[locale][id];
  const page = html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/desk/desk.css"></head>
<body><main class="inner"><h1>${title}</h1><p>${sentence}</p>
${button && html`<form method="post"><button type="submit">${button}</button></form>`}</main></body></html>
`;
  const headers = {
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'content-language': locale,
    'content-security-policy': policy,
  };
  return reply
    .code(id === 'unknown' ? 404 : 200)
    .headers(headers)
    .type('text/html; charset=utf-8')
    .send(page.text);
}
