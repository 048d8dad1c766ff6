import { setImmediate } from 'node:timers/promises';
import { type Locale, writeDay } from '../../rules/messages/messages.ts';
import { Paper } from '../pdf/paper.ts';
import { instantWords, shortDay } from '../standing-words.ts';
import { type Say, sayIn } from '../words.ts';
import { askedWords } from './asked-words.ts';
import type { CheckedList, CheckedRow } from './checked-list.ts';
import { rowCells } from './downloads.ts';
import type { KeptReceipt } from './keep-receipts.ts';

/** The columns: their shares of the width. */
const shares = [0.05, 0.25, 0.16, 0.19, 0.35] as const;
const SIZE = 8.5;

/** The receipts of an answer, and the address of the registry that keeps them, without a slash at its end. */
export interface Kept {
  /** What is said first, of a registry that is not a real one. */
  readonly unreal?: readonly string[];
  readonly receipts: readonly KeptReceipt[];
  readonly address: string;
}

/** The evidence of a checked list for a tender’s file: what was asked, of which day, as known at which instant, and the answer for each row. */
export async function evidencePdf(list: CheckedList, locale: Locale, { receipts, address, unreal = [] }: Kept): Promise<Buffer> {
  const say = sayIn(locale);
  const paper = new Paper(say('evidenceTitle'), locale, true);
  paper.write(say('evidenceTitle'), { tag: 'H1', size: 17, isBold: true });
  paper.space(3);
  await others();
  for (const sentence of unreal) paper.write(sentence, { isBold: true });
  paper.write(say('resultOn', { day: writeDay(locale, list.on), instant: `${instantWords(locale, list.knownAt)} (${list.knownAt})` }));
  for (const sentence of askedWords({ locale, say }, list)) paper.write(sentence);
  const warning = list.rows.find(({ requirement }) => requirement?.warning)?.requirement?.warning;
  if (warning) paper.write(warning.message, { size: SIZE });
  paper.write(receiptWords(say, { receipts, address }), { isBold: receipts.length > 0 });
  paper.write(say('evidenceIntro'), { size: SIZE, color: '#45535e' });
  paper.space(8);
  await writeRows(paper, list, locale);
  return paper.end((page, pages) => [say('title'), writeDay(locale, list.on), say('page', { page, pages }), ...unreal].join(' · '));
}

/** Lets the server answer others: a font takes a tenth of a second of CPU time, a row milliseconds, and 300 rows more than a second. */
const others = () => setImmediate();

async function writeRows(paper: Paper, { rows }: CheckedList, locale: Locale): Promise<void> {
  const say = sayIn(locale);
  const heads = [say('rowNumber'), say('asTyped'), say('standing'), say('outcome'), say('why')];
  const endTable = paper.begin('Table');
  tableRow(paper, heads, true);
  for (const [at, row] of rows.entries()) {
    await others();
    tableRow(paper, cellsOf(row, at, locale), false, () => tableRow(paper, heads, true));
  }
  endTable();
  await others();
}

function receiptWords(say: Say, { receipts, address: registry }: Kept): string {
  const address = `${registry}/receipts`;
  if (receipts.length === 0) return say('noReceipt');
  const [first] = receipts;
  if (receipts.length === 1 && first) return say('receipt', { number: first.number, address });
  return say('receipts', {
    address,
    numbers: receipts.map(({ number, from, to }) => say('receiptOfRows', { number, from, to })).join('; '),
  });
}

function cellsOf(row: CheckedRow, at: number, locale: Locale): readonly string[] {
  const say = sayIn(locale);
  const { name, number, firm, account, standing, outcome, since, last, why, clauses } = rowCells(row, say);
  const typed = [name, number].filter(Boolean).join(' · ');
  const found = [firm, account].filter(Boolean).join(' · ');
  const days = [since, last].filter(Boolean).join(' – ');
  return [
    String(at + 1),
    found === '' || found === typed ? typed : `${typed}\n${found}`,
    days === '' ? standing : `${standing}\n${days}`,
    [outcome, ...riskWords(row, locale)].join('\n'),
    `${why} ${clauses}`,
  ];
}

/** When the requirement is at risk, and not met, within the contract. */
function riskWords({ requirement }: CheckedRow, locale: Locale): readonly string[] {
  const say = sayIn(locale);
  const { firstDayAtRisk = null, firstDayNotMet = null } = requirement ?? {};
  return [
    ...(firstDayAtRisk === null ? [] : [say('atRisk', { day: shortDay(locale, firstDayAtRisk) })]),
    ...(firstDayNotMet === null ? [] : [say('notMetFromDay', { day: shortDay(locale, firstDayNotMet) })]),
  ];
}

/** A row; where it begins a new page, below the heads of the table. */
function tableRow(paper: Paper, cells: readonly string[], isHead: boolean, writeHeads: () => void = () => {}): void {
  const widths = shares.map((share) => share * paper.width);
  const height = Math.max(...cells.map((cell, at) => paper.heightOf(cell, (widths[at] ?? 0) - 8, SIZE, isHead)));
  if (paper.y + height + 10 > paper.bottom) {
    paper.newPage();
    writeHeads();
  }
  const y = paper.y + 4;
  let x = paper.left;
  paper.group('TR', () => {
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] ?? 0;
      if (cell.trim() !== '') paper.write(cell, { tag: isHead ? 'TH' : 'TD', size: SIZE, isBold: isHead, x, y, width: width - 8 });
      x += width;
    }
  });
  paper.y = y + height + 4;
  paper.line(paper.y);
}
