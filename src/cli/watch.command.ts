import { readFile, rename, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  type Change,
  type ChangeFilter,
  type ChangeKind,
  RegistryClient,
  RegistryError,
  type Standing,
} from '../../clients/typescript/src/index.ts';
import { NOTICE_DAYS } from '../contract/notice-days.type.ts';
import { errorCode } from '../database/error-code.ts';
import { CannotStart } from '../errors.ts';
import { enumLabel } from '../rules/messages/enum-label.ts';
import { type Locale, writeWord } from '../rules/messages/messages.ts';
import { errorIn } from './errors-in.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';

interface WatchFlags {
  readonly url: string;
  readonly key?: string;
  readonly after?: string;
  readonly cursorFile?: string;
  readonly kinds?: readonly ChangeKind[];
  readonly standings?: readonly Standing[];
  readonly watchList?: string;
  readonly noticeDays?: readonly number[];
  readonly json?: true;
  readonly locale: Locale;
}

const notes = `
Each line is a change that is visible to the key: when it became known (Toronto time), its kind, the account, the old and new standing, and from which day. The state of the connection is reported on standard error. Ctrl-C ends the command. With a cursor file it resumes where it stopped, however long ago, and shows nothing twice.

Examples:
  $ registry watch
  $ COR_KEY=cor_… registry watch --url https://registry.example/ --cursor-file ./last-change
  $ registry watch --watch-list <id> --kinds STANDING,NOTICE --notice-days 30
  $ registry watch --json | jq .account.wsibAccount`;

const frenchNotes = `
Chaque ligne est un changement visible pour la clé : quand il a été connu (heure de Toronto), son type, le compte, l’ancienne et la nouvelle situation, et à compter de quel jour. L’état de la connexion s’affiche sur la sortie d’erreur. Ctrl-C met fin à la commande. Avec un fichier de curseur, elle reprend où elle s’était arrêtée, si longtemps que ce soit, et ne montre rien deux fois.

Exemples :
  $ registry watch
  $ COR_KEY=cor_… registry watch --url https://registry.example/ --cursor-file ./dernier-changement
  $ registry watch --watch-list <id> --kinds STANDING,NOTICE --notice-days 30
  $ registry watch --json | jq .account.wsibAccount`;

/** `registry watch` */
export const watchCommand = (): Command =>
  new Command('watch')
    .option('--url <url>', 'address of the registry', 'http://127.0.0.1:4000/')
    .addOption(
      new Option('--key <key>', 'API key; safer in the variable, where no other process can see it (default: no key)').env('COR_KEY'),
    )
    .option('--after <cursor>', 'begin after this change (default: now)')
    .option('--cursor-file <file>', 'keep the cursor of the last change in this file')
    .option('--kinds <kinds>', 'STANDING, DOCUMENT, CORRECTION, REASONS or NOTICE, separated by commas', list)
    .option('--standings <standings>', 'changes into or out of these standings, separated by commas', list)
    .option('--watch-list <id>', 'only accounts on this watch list of yours')
    .option(
      '--notice-days <days>',
      'notices this many days ahead: 90, 60, 30, 14, 7 or 1, separated by commas (default: 30,14,7)',
      noticeDaysOf,
    )
    .option('--json', 'one JSON object a line')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runWatch);

const list = (text: string): string[] => text.toUpperCase().split(',');

function noticeDaysOf(text: string): number[] {
  const days = list(text).map(Number);
  if (days.every((each) => NOTICE_DAYS.includes(each))) return days;
  throw new InvalidArgumentError('It must be one or more of 90, 60, 30, 14, 7 and 1, separated by commas.');
}

async function runWatch(flags: WatchFlags): Promise<void> {
  const { url, key, cursorFile, locale } = flags;
  const line = linesIn(locale);
  const after = flags.after ?? (cursorFile === undefined ? null : await cursorIn(cursorFile));
  const ended = new AbortController();
  const end = () => ended.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  // The reader may close the pipe early, as `head` does.
  process.stdout.once('error', end);
  const saveCursor = cursorFile === undefined ? undefined : (cursor: string) => keep(cursorFile, cursor);
  const onOpen = () => process.stderr.write(`${line('Following {}. Ctrl-C ends it.', url)}\n`);
  const changes = clientOf(url, key).follow({
    after,
    filter: filterOf(flags),
    saveCursor,
    signal: ended.signal,
    onOpen,
    onBreak: tellBreak(locale),
  });
  try {
    for await (const change of changes) process.stdout.write(`${flags.json ? JSON.stringify(change) : lineOf(change, locale)}\n`);
  } catch (error) {
    throw error instanceof RegistryError ? new CannotStart(error.message) : error;
  }
  process.exitCode = exitCodes.interrupted;
}

const filterOf = ({ kinds, standings, watchList, noticeDays }: WatchFlags): ChangeFilter => ({
  ...(kinds ? { kinds } : {}),
  ...(standings ? { standings } : {}),
  ...(watchList ? { watchList } : {}),
  ...(noticeDays ? { noticeDays } : {}),
});

function clientOf(url: string, key: string | undefined): RegistryClient {
  const { protocol = '' } = URL.canParse(url) ? new URL(url) : {};
  if (!/^https?:$/.test(protocol)) throw new CannotStart('--url must be an address such as https://registry.example/.');
  return new RegistryClient({ url, key });
}

const tellBreak =
  (locale: Locale) =>
  ({ message }: Error, waitMs: number): void => {
    process.stderr.write(`${linesIn(locale)('{} Trying again in {} s.', errorIn(locale, message), Math.ceil(waitMs / 1000))}\n`);
  };

// An existing file that cannot be read must not be treated as new: the changes since then would be missed.
async function cursorIn(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim() || null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new CannotStart(`The cursor file ${file} cannot be read.`);
  }
}

// Written atomically: a cursor cut off by a crash would be refused.
async function keep(file: string, cursor: string): Promise<void> {
  await writeFile(`${file}.new`, `${cursor}\n`);
  await rename(`${file}.new`, file);
}

function lineOf({ kind, account, before, after, effectiveOn, recordedAt, noticeDays }: Change, locale: Locale): string {
  const line = linesIn(locale);
  const who =
    [account.wsibAccount, account.organization?.legalName].filter(Boolean).join(' ') || line('an account that is no longer visible to you');
  const what = [...new Set([before.standing, after.standing])].map((standing) => writeWord(locale, standing)).join(' → ');
  const when = noticeDays === null ? line('from {}', effectiveOn) : line('in {}, on {}', counted(locale, noticeDays, 'day'), effectiveOn);
  const clauses = after.reasons.flatMap(({ decides, clause }) => (decides ? [clause] : []));
  return `${inToronto(recordedAt)}  ${kindIn(locale, kind).padEnd(10)}  ${line('{}: {}', who, what)}, ${when}${clauses.length > 0 ? ` (${clauses.join(', ')})` : ''}`;
}

const kindIn = (locale: Locale, kind: string): string => enumLabel(locale, 'ChangeKind', kind) ?? kind;

/** An instant in Toronto time, in which the registry counts its days. */
const inToronto = (instant: string): string =>
  // The Swedish locale writes days and hours as ISO 8601 does.
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'America/Toronto', dateStyle: 'short', timeStyle: 'short' });
