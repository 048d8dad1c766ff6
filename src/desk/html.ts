/** Markup that is safe to send: everything put into it was escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** The values of a template: markup as it is, anything else as text. Nothing is written for null, undefined and false. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Markup with values in it, each escaped unless it is markup itself. An attribute's value stands in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((each, at) => each + (at < parts.length ? written(parts[at]) : '')).join(''));
}

/** An attribute that is present or absent, such as `checked`. */
export const attribute = (name: string, isThere: boolean): Html => new Html(isThere ? ` ${name}` : '');

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that may be in an element or in a quoted attribute. Control characters, which HTML cannot hold, become spaces. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '').replaceAll(/(?![\t\n\r])\p{Cc}/gu, ' ');
