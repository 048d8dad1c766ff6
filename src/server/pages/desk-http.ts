import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '../../rules/messages/messages.ts';
import { localeOf as languageOf } from '../request/request-locale.ts';

/** The largest form with its file. A list of 2,000 bidders takes a tenth. */
export const MOST_FORM_BYTES = 2_097_152;

/** The form that a request sent; null without one. A form that cannot be read is the caller's fault. */
export async function formOf({ body, headers }: FastifyRequest): Promise<FormData | null> {
  if (!Buffer.isBuffer(body)) return null;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
  } catch {
    throw Object.assign(new Error('The form cannot be read.'), { statusCode: 400 });
  }
}

const cookieName = 'desk-language';

/** The language: the one just chosen, the one chosen before, or the browser’s. */
export function localeOf({ headers }: Pick<FastifyRequest, 'headers'>, query: URLSearchParams, form: FormData | null): Locale {
  const kept = new RegExp(`(?:^|;\\s*)${cookieName}=(en|fr)\\b`).exec(headers.cookie ?? '')?.[1];
  const chosen = [query.get('lang'), form?.get('lang'), kept].find((each) => each === 'en' || each === 'fr');
  return chosen === 'en' || chosen === 'fr' ? chosen : languageOf({ headers });
}

/** Remembers the chosen language for a year; nothing else is remembered about anyone. */
export const languageCookie = (locale: Locale): string => `${cookieName}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;

/** A path of this server for the language switch, without the language. */
export function pathWithoutLanguage(url: string): string {
  const [path = '/', search = ''] = url.split('?');
  const query = new URLSearchParams(search);
  query.delete('lang');
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The reader’s API key in the API's form: from a form, or from a program’s header. */
export function keyOf({ headers }: Pick<FastifyRequest, 'headers'>, form: FormData | null): string | undefined {
  const key = form?.get('key');
  return typeof key === 'string' && key.trim() !== '' ? `Bearer ${key.trim()}` : headers.authorization;
}

/** Distinguishes keys without being one. */
export const readerOf = (authorization: string | undefined): string =>
  authorization === undefined ? '' : createHash('sha256').update(authorization).digest('base64url');

/** The address that a request names, for codes on paper if none is configured. */
export function addressOf({ protocol, headers }: Pick<FastifyRequest, 'protocol' | 'headers'>): string {
  const host = headers.host ?? '';
  return /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i.test(host) ? `${protocol}://${host}` : `${protocol}://localhost`;
}

/** RFC 6266, for a name that we chose: letters, digits, hyphens and dots. */
export const attachment = (name: string, isInline: boolean): string =>
  `${isInline ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`;
