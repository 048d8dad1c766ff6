import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { faults } from '../../errors.ts';
import { fileIn, keptList, keptLists, readList } from '../../public-list/kept-lists.ts';
import { type ListFile, type ListForm, type ListManifest, listForms } from '../../public-list/public-list-type.ts';
import { type ByteRange, byteRange } from '../http/byte-range.ts';
import { RateLimit, type RateLimits } from '../limits/rate-limit.ts';
import { clientAddress } from '../request/client-address.ts';

/** What the routes of public lists work with. */
export interface PublicListPagesParts {
  readonly source: DataSource;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  readonly proxies: number;
}

const mediaTypes: Readonly<Record<ListForm, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/** A list never changes once it is made. */
const forGood = 'public, max-age=31536000, immutable';

/** GET /public-lists lists what there is; GET /public-lists/<list>.jsonl, .csv and .jws return a list and its signature. */
export class PublicListPages {
  private readonly parts: PublicListPagesParts;

  constructor(parts: PublicListPagesParts) {
    this.parts = parts;
  }

  addTo(pages: FastifyInstance): void {
    pages.get('/public-lists', async ({ raw }) => {
      this.enter(raw);
      return keptLists(this.parts.source);
    });
    pages.get<{ Params: { list: string } }>('/public-lists/:list.jws', (request, reply) => this.signature(request, reply));
    for (const form of listForms)
      pages.get<{ Params: { list: string } }>(`/public-lists/:list.${form}`, (request, reply) => this.file(request, reply, form));
  }

  private async signature({ raw, params }: FastifyRequest<{ Params: { list: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    this.enter(raw);
    const list = await keptList(this.parts.source, params.list);
    if (!list) throw faults.NOT_FOUND('public list');
    if (list.signed === null) throw faults.LIST_NOT_SIGNED();
    return reply.type('application/jose').header('cache-control', forGood).send(list.signed);
  }

  private async file(request: FastifyRequest<{ Params: { list: string } }>, reply: FastifyReply, form: ListForm): Promise<FastifyReply> {
    this.enter(request.raw);
    const list = await keptList(this.parts.source, request.params.list);
    const file = list && fileIn(list, form);
    if (!list || !file) throw faults.NOT_FOUND('public list');
    const etag = `"${file.sha256}"`;
    void reply.type(mediaTypes[form]).headers({ etag, 'cache-control': forGood, 'accept-ranges': 'bytes' });
    if (names(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return this.send(request, reply, { list, form, file, etag });
  }

  private send({ method, headers }: FastifyRequest, reply: FastifyReply, asked: AskedFile): FastifyReply {
    const { bytes: size } = asked.file;
    // A range of another version would not fit what the caller has (RFC 9110, 13.1.5).
    const isOfThis = headers['if-range'] === undefined || headers['if-range'] === asked.etag;
    const range = method === 'GET' && isOfThis ? byteRange(headers.range, size) : null;
    if (range === 'UNSATISFIABLE') return reply.code(416).header('content-range', `bytes */${size}`).type('text/plain').send('');
    const { from, to } = range ?? { from: 0, to: size - 1 };
    if (range) void reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`);
    void reply.header('content-length', to - from + 1);
    return reply.send(method === 'HEAD' ? Readable.from([]) : this.content(asked, { from, to }));
  }

  private content({ list, form }: AskedFile, range: ByteRange): Readable {
    return Readable.from(readList(this.parts.source, list.list, form, range), { objectMode: false });
  }

  private enter(raw: FastifyRequest['raw']): void {
    const { limits, proxies } = this.parts;
    if (limits) new RateLimit(limits, { scope: 'public', keyId: null }, clientAddress(raw, proxies)).enter();
  }
}

interface AskedFile {
  readonly list: ListManifest;
  readonly form: ListForm;
  readonly file: ListFile;
  readonly etag: string;
}

/** Whether If-None-Match names an entity (RFC 9110, 13.1.2). */
const names = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
