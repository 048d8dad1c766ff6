import { Command } from 'commander';
import { keptHeads, publishedHeads, readKeptHead } from '../chain/heads.ts';
import { type FoundProblem, type KeptHead, type VerifiedChain, verifyChain } from '../chain/verify.ts';
import type { Config } from '../config.ts';
import { CannotStart } from '../errors.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { configuredKeys } from './configured-keys.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, linesIn, type WriteLine } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';

const verifyNotes = `
It reads every row of the audit log, the feed and the facts' history, and writes nothing. What somebody altered in the database is found; that the
newest rows were cut off is found only by a head that was kept outside: give it by --head. See docs/audit-chain.md.

Exit codes: 0 no problems, 1 problems found, 2 the registry cannot be opened.

Examples:
  $ registry audit-log verify
  $ registry audit-log verify --head 1203:5f0c…e1`;

const frenchVerifyNotes = `
La commande lit chaque ligne du journal, du fil et de l’historique des faits, et n’écrit rien. Ce qui a été modifié dans la base de données est
trouvé; la suppression des dernières lignes ne se voit qu’avec une tête conservée ailleurs : donnez-la avec --head. Voir docs/audit-chain.md.

Codes de sortie : 0 aucun problème, 1 problèmes trouvés, 2 le registre ne peut être ouvert.

Exemples :
  $ registry audit-log verify
  $ registry audit-log verify --head 1203:5f0c…e1`;

/** `registry audit-log` */
export function auditLogCommand(): Command {
  const command = new Command('audit-log');
  command
    .command('verify')
    .description('read the whole chain and every row that it stands for')
    .option('--head <head>', 'a head kept outside: <position>:<digest>, or a signed one; may be given several times', several)
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: verifyNotes, fr: frenchVerifyNotes }))
    .action(runVerify);
  command.command('heads').description('show the heads that were published, the newest first, as JSON').action(runHeads);
  return command;
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

async function runVerify({ head = [], locale }: { readonly head?: readonly string[]; readonly locale: Locale }): Promise<void> {
  const line = linesIn(locale);
  const found = await withRegistry(async (source, config) => {
    const kept = [...(await keptHeads(source)), ...(await headsGiven(head, config))];
    return verifyChain(source, kept, showAtMost(MOST_SHOWN, line));
  });
  process.stdout.write(`${summaryOf(found, locale)}\n`);
  process.exitCode = found.problems > 0 ? exitCodes.found : exitCodes.done;
}

async function headsGiven(texts: readonly string[], config: Config): Promise<KeptHead[]> {
  if (texts.length === 0) return [];
  const keys = configuredKeys(config);
  return Promise.all(
    texts.map((text) =>
      readKeptHead(text, keys).catch((error: unknown) => {
        throw new CannotStart(`--head cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      }),
    ),
  );
}

async function runHeads(): Promise<void> {
  const heads = await withRegistry((source) => publishedHeads(source));
  process.stdout.write(`${JSON.stringify(heads, null, 2)}\n`);
}

/** As many as one reads; the count says how many there are. */
const MOST_SHOWN = 50;

/** Shows the first problems of a verification. */
export function showAtMost(most: number, line: WriteLine): (found: FoundProblem) => void {
  let shown = 0;
  return ({ problem, position, source, rowId }) => {
    shown += 1;
    if (shown > most) return;
    const where = [position === null ? null : line('link {}', position), source && `${source} ${rowId}`].filter((each) => each !== null);
    process.stdout.write(`  ${line('{}: {}', where.join(', '), line(problem))}\n`);
  };
}

/** What a verification says at its end. */
export const summaryOf = ({ links, problems, erased, pending, head }: VerifiedChain, locale: Locale): string => {
  const line = linesIn(locale);
  return [
    line('{}, {}.', counted(locale, links, 'link verified'), counted(locale, problems, 'problem')),
    ...(erased > 0 ? [line('The personal data of {} rows are erased.', erased)] : []),
    ...(pending > 0 ? [line('{} rows wait for their link.', pending)] : []),
    line('Head {}', `${links}:${head}`),
  ].join('\n');
};
