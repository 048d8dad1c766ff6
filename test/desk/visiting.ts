import request from 'supertest';
import type { TestServer } from '../support/server.ts';

/** What a person's browser accepts. */
export const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** A page as a browser without cookies gets it. */
export const visit = (server: TestServer, path: string, headers: Record<string, string> = {}) =>
  request(server.url)
    .get(path)
    .set({ ...browser, ...headers })
    .redirects(0);

/** The answer to a form without a file. */
export function send(
  server: TestServer,
  path: string,
  fields: Record<string, string | readonly string[]>,
  headers: Record<string, string> = {},
) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
  return request(server.url)
    .post(path)
    .set({ ...browser, ...headers })
    .type('form')
    .send(form.toString());
}

/** The text of a page as a person reads it: the days that no line divides have ordinary spaces. */
export const textOf = (page: string): string =>
  page
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/(\d)\u00A0([A-Z][a-z]+)\u00A0(\d{4})/g, '$1 $2 $3')
    .replaceAll(/[ \n\t\r]+/g, ' ')
    .trim();

/** The rows of a result's table, each as its text. */
export const rowsOf = (page: string): string[] =>
  [...page.matchAll(/<tr role="row" data-group[\s\S]*?<\/tr>/g)].map(([row]) => textOf(row));

/** The fields of the form on a result page, as a browser would send them unchanged. */
export function formOf(page: string): Record<string, string[]> {
  const form = page.slice(page.indexOf('id="checked"'));
  const fields: Record<string, string[]> = {};
  const unescaped = (text: string) =>
    text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    if (/type="radio"/.test(tag) && !/ checked/.test(tag)) continue;
    const [, name = ''] = / name="([^"]*)"/.exec(tag) ?? [];
    const [, value = ''] = / value="([^"]*)"/.exec(tag) ?? [];
    fields[name] = [...(fields[name] ?? []), unescaped(value)];
  }
  return fields;
}
