import { readFileSync } from 'node:fs';
import { fromGlobalId } from '../../src/contract/global-id.ts';

/** The promised body of a message, with placeholders for what differs each time. */
export const promised = (): unknown => JSON.parse(readFileSync('test/golden/webhook-change.json', 'utf8'));

/** A body with the same placeholders. */
export const comparable = (body: string): unknown => JSON.parse(body, (_, value) => (typeof value === 'string' ? word(value) : value));

function word(text: string): string {
  const id = fromGlobalId(text);
  if (id) return `<${id.type}>`;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return '<instant>';
  if (Buffer.from(text, 'base64url').toString().startsWith('changes.1.')) return '<cursor>';
  return text.replace(/COR-2031-[0-9A-HJKMNP-TV-Z]{10}/, '<number>');
}
