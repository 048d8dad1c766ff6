import { dayBefore } from '../../rules/calendar.ts';
import { type Locale, writeDay } from '../../rules/messages/messages.ts';
import type { ProofAnswer } from '../operations.ts';
import { MM, Paper } from '../pdf/paper.ts';
import { capitalized } from '../standing-words.ts';
import { sayIn } from '../words.ts';
import { factsOf, verdictOf } from './proof-facts.ts';
import { codeText } from './qr.ts';

/** Wider than the 15 mm at which it still reads. */
const CODE = 28 * MM;

/** A document on one page, in both languages, with a code that leads to today’s answer. */
export function proofPdf(
  proof: ProofAnswer,
  locale: Locale,
  { address, unreal }: { readonly address: string; readonly unreal: readonly string[] },
): Promise<Buffer> {
  const kind = capitalized(locale === 'fr' ? proof.kindFr : proof.kindEn);
  const paper = new Paper(`${kind} ${proof.number}`, locale);
  const other = locale === 'fr' ? 'en' : 'fr';
  paper.write(`${kind} ${proof.number}`, { tag: 'H1', size: 19, isBold: true });
  for (const sentence of unreal) paper.write(sentence, { isBold: true });
  paper.space(4);
  paper.group('Sect', () => partIn(paper, proof, locale), locale);
  paper.space(10);
  paper.line(paper.y);
  paper.space(12);
  paper.group('Sect', () => partIn(paper, proof, other), other);
  const y = Math.max(paper.y + 14, paper.bottom - CODE);
  const text = codeText(address, proof.number);
  paper.code(text, `${sayIn(locale)('scan')} ${text}`, { x: paper.left, y, width: CODE });
  const beside = { x: paper.left + CODE + 10, width: paper.width - CODE - 10, size: 9.5 };
  paper.write(sayIn('en')('scan'), { ...beside, y: y + 14, locale: 'en' });
  paper.write(sayIn('fr')('scan'), { ...beside, locale: 'fr' });
  paper.write(text, { ...beside, size: 8 });
  return paper.end(() => `${sayIn(locale)('title')} · ${writeDay(locale, proof.on)}`);
}

const colors = { good: '#0f5c33', bad: '#8c1d18', open: '#4f2a86' } as const;

function partIn(paper: Paper, proof: ProofAnswer, locale: Locale): void {
  const say = sayIn(locale);
  const { effectiveUntil } = proof;
  const { word, tone } = verdictOf(proof);
  const y = paper.y;
  const color = colors[tone];
  paper.write(say(word), { tag: 'H2', size: 15, isBold: true, color, x: paper.left + 10, y: y + 4 });
  paper.bar(paper.left, y, 4, paper.y - y + 2, color);
  paper.space(6);
  // A name may have 300 characters, and stands here four times.
  const { length } = proof.organizationName ?? '';
  const size = length > 200 ? 7.5 : length > 100 ? 8.5 : 10.5;
  paper.write(locale === 'fr' ? proof.statementFr : proof.statementEn, { size });
  paper.space(6);
  const last = effectiveUntil && ([say('effectiveUntil'), writeDay(locale, dayBefore(effectiveUntil))] as const);
  paper.group('Table', () => {
    for (const [name, value] of [...factsOf(locale, proof), ...(last ? [last] : [])]) factRow(paper, name, value, size);
  });
  paper.space(4);
  if (proof.organizationName !== null) paper.write(say('compare'), { size: 9.5, color: '#45535e' });
}

const NAME_WIDTH = 62 * MM;

function factRow(paper: Paper, name: string, value: string, size: number): void {
  const y = paper.y;
  paper.group('TR', () => {
    const named = paper.write(name, { tag: 'TH', size: Math.min(9.5, size), color: '#45535e', y: y + 1, width: NAME_WIDTH - 8 });
    const valued = paper.write(value, { tag: 'TD', size, isBold: true, x: paper.left + NAME_WIDTH, y });
    paper.y = Math.max(named, valued) + 2;
  });
}
