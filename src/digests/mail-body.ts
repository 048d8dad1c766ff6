/** A part of a message: a paragraph, a list, or a paragraph that ends with an address on a line of its own. */
export type Block = { readonly paragraph: string } | { readonly items: readonly string[] } | { readonly link: string; readonly to: string };

/** What a digest has to say on a day: nothing, or a message; and what is stored so that it is not said again. */
export interface Composed {
  readonly subject: string | null;
  readonly blocks: readonly Block[];
  readonly said: { readonly told: string | null } | { readonly position: string };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Names of firms and lists are text, in an element and in a quoted attribute; a line break in one makes no new line. */
const escaped = (text: string): string => oneLine(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** A message as plain text and as HTML, from the same parts: no images, no styles and nothing that is loaded from elsewhere. */
export const mailBody = (
  locale: 'en' | 'fr',
  subject: string,
  blocks: readonly Block[],
): { readonly text: string; readonly html: string } => ({
  text: `${blocks.map(asText).join('\n\n')}\n`,
  html: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>
${blocks.map(asHtml).join('\n')}
</body></html>
`,
});

function asText(block: Block): string {
  if ('items' in block) return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
  return 'link' in block ? `${oneLine(block.link)}\n${block.to}` : oneLine(block.paragraph);
}

function asHtml(block: Block): string {
  if ('items' in block) return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
  if ('link' in block) return `<p>${escaped(block.link)}<br><a href="${escaped(block.to)}">${escaped(block.to)}</a></p>`;
  return `<p>${escaped(block.paragraph)}</p>`;
}
