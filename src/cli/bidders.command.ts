import { writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { dayInToronto, wallClock } from '../clock.ts';
import { errorCode } from '../database/error-code.ts';
import { ApiRefused } from '../desk/api.ts';
import { checkList } from '../desk/check/check.service.ts';
import { type CheckedList, isMet } from '../desk/check/checked-list.ts';
import { csvOf, tableOf, xlsxOf } from '../desk/check/downloads.ts';
import { evidencePdf } from '../desk/check/evidence-pdf.ts';
import { type KeptReceipt, keepReceipts } from '../desk/check/keep-receipts.ts';
import { notReadWords } from '../desk/check/reading-words.ts';
import { readPath, UnreadableList } from '../desk/read-list.ts';
import { sayIn } from '../desk/words.ts';
import { CannotStart } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { type ApiFlags, sendTo, waitLine, withApiFlags } from './api-session.ts';
import { listLines, plain } from './bidders-lines.ts';
import { dayArgument } from './day-argument.ts';
import { exitCodes } from './exit-codes.ts';
import { linesIn } from './lines.ts';
import { notesIn } from './notes.ts';
import { requirementIn } from './requirement-file.ts';

interface CheckFlags extends ApiFlags {
  readonly on?: Day;
  readonly requirement?: string;
  readonly format: 'table' | 'csv' | 'xlsx' | 'json' | 'pdf';
  readonly out?: string;
}

const notes = `
The list is CSV in any encoding, or an Excel workbook; its columns are recognized by their names, and what was not read is named on standard error. There is one row out for each row in, in its order. Exit code 0: every row meets the requirement, or without one is certified or pending; 1: some do not. With a key, the evidence (--format pdf) is kept in receipts and has their numbers.

A requirement is a YAML file with the names of the API:
  routes: [COR_2020, ISO_45001_EQUIVALENCY]
  isPendingAccepted: true
  contractTo: "2027-12-31"
  owner: PUBLIC_SECTOR
  isForConstruction: true

A requirement that your key keeps (keepRequirement) goes by its name.

Examples:
  $ registry bidders check list.xlsx --on 2026-12-15
  $ COR_KEY=cor_… registry bidders check list.csv --requirement tender.yaml --format xlsx --out checked.xlsx
  $ COR_KEY=cor_… registry bidders check list.csv --requirement "York roads"`;

const frenchNotes = `
La liste est un fichier CSV de n’importe quel encodage, ou un classeur Excel; ses colonnes sont reconnues à leur nom, et ce qui n’a pas été lu est indiqué sur la sortie d’erreur. Chaque ligne reçoit une réponse, dans l’ordre. Code de sortie 0 : chaque ligne remplit l’exigence ou, sans exigence, est certifiée ou en attente; 1 : pas toutes. Avec une clé, la pièce justificative (--format pdf) est conservée par des reçus et porte leurs numéros.

Une exigence est un fichier YAML avec les noms de l’API :
  routes: [COR_2020, ISO_45001_EQUIVALENCY]
  isPendingAccepted: true
  contractTo: "2027-12-31"
  owner: PUBLIC_SECTOR
  isForConstruction: true

Une exigence que votre clé conserve (keepRequirement) se donne par son nom.

Exemples :
  $ registry bidders check liste.xlsx --on 2026-12-15
  $ COR_KEY=cor_… registry bidders check liste.csv --requirement appel.yaml --format xlsx --out verifie.xlsx
  $ COR_KEY=cor_… registry bidders check liste.csv --requirement "Routes de York"`;

/** `registry bidders` */
export const biddersCommand = (): Command =>
  new Command('bidders').addCommand(
    withApiFlags(new Command('check'))
      .description('check a list of bidders against a registry')
      .argument('<list>', 'CSV file or Excel workbook')
      .option(
        '--requirement <file or name>',
        'what the tender accepts: a YAML file, or the name of a kept requirement (default: the standing alone)',
      )
      .option('--on <day>', 'the closing day, or the first day of the contract (default: today in Toronto)', dayArgument)
      .addOption(new Option('--format <format>', 'what to write').choices(['table', 'csv', 'xlsx', 'json', 'pdf']).default('table'))
      .option('--out <file>', 'write to this file (default: standard output)')
      .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
      .action(runCheck),
  );

async function runCheck(path: string, flags: CheckFlags): Promise<void> {
  if (flags.out === undefined && /^(xlsx|pdf)$/.test(flags.format) && process.stdout.isTTY)
    throw new CannotStart(`Name a file for ${flags.format} with --out.`);
  const list = await checked(path, flags);
  const isWhole = (list.read?.badLines.length ?? 0) === 0;
  const written = await output(list, flags);
  if (flags.out === undefined) process.stdout.write(written);
  else await writeFile(flags.out, written);
  process.exitCode = isWhole && list.rows.every(isMet) ? exitCodes.done : exitCodes.found;
}

async function checked(path: string, flags: CheckFlags): Promise<CheckedList> {
  const say = sayIn(flags.locale);
  try {
    const { rows, ...read } = await readPath(path);
    if (rows.length === 0) throw new UnreadableList('noRows');
    for (const sentence of notReadWords(say, read)) process.stderr.write(`${plain(sentence)}\n`);
    const progress = progressOf(rows.length, flags.locale);
    const now = wallClock.wallNow();
    const send = sendTo(flags, progress);
    const asking = { send, today: dayInToronto(now), now: now.toISOString(), waits: true as const, onRows: progress.onRows };
    const answered = async () => {
      const question = { rows, read, on: flags.on ?? null, ...(await requirementIn(flags.requirement, send)) };
      return checkList(asking, question, null);
    };
    return await answered().finally(progress.stop);
  } catch (error) {
    if (error instanceof UnreadableList) throw new CannotStart(say(error.id, error.values));
    if (error instanceof ApiRefused) throw new CannotStart(error.message);
    if (errorCode(error) === 'ENOENT') throw new CannotStart(`There is no file ${path}.`);
    throw error;
  }
}

/** A bar on a terminal; elsewhere only what makes it wait. */
function progressOf(total: number, locale: Locale) {
  const out = process.stderr;
  const bar = out.isTTY
    ? new SingleBar({ stream: out, format: linesIn(locale)('Checking [{bar}] {value} of {total}'), barsize: 30, hideCursor: null })
    : null;
  bar?.start(total, 0);
  return {
    onRows: (done: number) => bar?.update(Math.min(total, done)),
    onWait: (seconds: number) => void out.write(`${bar ? '\n' : ''}${waitLine(locale, seconds)}\n`),
    stop: () => bar?.stop(),
  };
}

async function output(list: CheckedList, flags: CheckFlags): Promise<Uint8Array | string> {
  const { format, locale, out } = flags;
  if (format === 'csv') return csvOf(tableOf(list, locale));
  if (format === 'xlsx') return xlsxOf('COR', tableOf(list, locale));
  if (format === 'pdf')
    return evidencePdf(list, locale, { receipts: await receiptsOf(list, flags), address: flags.url.replace(/\/+$/, '') });
  if (format === 'json') return `${JSON.stringify({ on: list.on, knownAt: list.knownAt, rows: list.rows }, null, 2)}\n`;
  const isColoured = out === undefined && process.stdout.isTTY && process.stdout.hasColors();
  return listLines(list, locale, { isColoured, width: process.stdout.columns ?? 120 });
}

/** Evidence has the numbers of its receipts, which only a key can keep. */
async function receiptsOf(list: CheckedList, flags: CheckFlags): Promise<readonly KeptReceipt[]> {
  if (flags.key === undefined) return [];
  try {
    return await keepReceipts(sendTo(flags, { isKnownToAnswer: true }), list);
  } catch (error) {
    throw error instanceof ApiRefused ? new CannotStart(error.message) : error;
  }
}
