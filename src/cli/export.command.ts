import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { type ExportRequest, exportLines } from '../changes/export.service.ts';
import { errorCode } from '../database/error-code.ts';
import { registryPresent } from '../database/primary-clock.ts';
import { type ExportedFiles, exportFiles } from '../import/export.service.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { progressDisplay } from './progress-display.ts';
import { withRegistry } from './session.ts';

interface ExportFlags {
  readonly public?: boolean;
  readonly changes?: boolean;
  readonly csv?: string;
  readonly xlsx?: string;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly locale: Locale;
}

const notes = `
One JSON object a line, with the names that the API uses; its reasons are in the language of the command. The first says from which \`position\` to go on in \`changes(after:)\`, and
has the last published head of the audit chain as \`chainHead\`; then come the accounts with their standing of today, and then, with
--changes, every change from the first of all up to that position.
Without --public it contains the whole file of every account: protect it as you protect the registry.

With --csv or --xlsx it writes the files that \`registry import\` reads: what comes out goes in again with nothing changed. With --public these
are the accounts visible to anyone, each with the certificate and the letter that its standing rests on, and your own keys.

Exit codes: 0 done, 2 the registry cannot be opened.

Examples:
  $ registry export --public > accounts.jsonl
  $ registry export --public --changes --out registry.jsonl
  $ registry export --csv ./registry-today
  $ registry export --xlsx registry.xlsx`;

const frenchNotes = `
Un objet JSON par ligne, avec les noms de l’API; ses motifs sont dans la langue de la commande. Le premier dit à partir de quelle \`position\` continuer dans \`changes(after:)\` et porte,
sous \`chainHead\`, la dernière tête publiée de la chaîne d’audit; viennent ensuite les comptes avec leur situation du jour puis, avec
--changes, tous les changements depuis le premier jusqu’à cette position.
Sans --public, le fichier contient le dossier complet de chaque compte : protégez-le comme le registre. Avec --public, il porte les numéros de compte de
la WSIB, comme l’API; le fichier à publier est la liste publique, qui n’en a pas (\`registry public-list\`).

Avec --csv ou --xlsx, la commande écrit les fichiers que lit \`registry import\` : importés de nouveau, ils ne changent rien. Avec --public, ce
sont les comptes visibles à tous, chacun avec le certificat et la lettre sur lesquels repose sa situation, et vos propres clés.

Codes de sortie : 0 fait, 2 le registre ne peut être ouvert.

Exemples :
  $ registry export --public > comptes.jsonl
  $ registry export --public --changes --out registre.jsonl
  $ registry export --csv ./registre-du-jour
  $ registry export --xlsx registre.xlsx`;

/** `registry export` */
export const exportCommand = (): Command =>
  new Command('export')
    .option('--public', 'only what is visible to anyone')
    .option('--changes', 'the changes too')
    .addOption(new Option('--csv <folder>', 'write the facts as CSV files').conflicts(['xlsx', 'changes', 'out']))
    .addOption(new Option('--xlsx <file>', 'write the facts as a workbook').conflicts(['changes', 'out']))
    .option('--out <file>', 'where to write (default: standard output)')
    .option('--quiet', 'show no progress')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runExport);

async function runExport(flags: ExportFlags): Promise<void> {
  const into = flags.csv !== undefined ? { csv: flags.csv } : flags.xlsx !== undefined ? { xlsx: flags.xlsx } : null;
  await (into === null ? exportJson(flags) : exportInto(into, flags));
}

async function exportInto(into: ExportedFiles['into'], { public: isPublic, quiet = false, locale }: ExportFlags): Promise<void> {
  const { onProgress, stop } = progressDisplay(process.stderr, quiet, locale);
  const scope = isPublic ? 'public' : 'admin';
  await withRegistry(async (source, { wsibAccountForm }) => {
    const { today } = await registryPresent(source);
    await exportFiles(source, { scope, today, format: { wsibAccountForm }, into, onProgress }).finally(stop);
  });
}

async function exportJson({ public: isPublic = false, changes = false, out, quiet = false, locale }: ExportFlags): Promise<void> {
  const display = progressDisplay(process.stderr, quiet, locale);
  const { onProgress } = display;
  const target = out === undefined ? process.stdout : createWriteStream(out);
  await withRegistry(async (dataSource) => {
    const { today } = await registryPresent(dataSource);
    const request: ExportRequest = { scope: isPublic ? 'public' : 'admin', withChanges: changes, today, locale, onProgress };
    await pipeline(Readable.from(textOf(exportLines(dataSource, request))), target, { end: out !== undefined })
      .catch(unlessNobodyReads)
      .finally(display.stop);
  });
}

/** The reader may close the pipe early, as `head` does. */
function unlessNobodyReads(error: unknown): void {
  if (errorCode(error) !== 'EPIPE') throw error;
}

async function* textOf(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
