import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { wallClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { registryPresent } from '../database/primary-clock.ts';
import { CannotImport } from '../import/cannot-import.ts';
import { importFiles } from '../import/columns.ts';
import { type ImportOutcome, importFolder } from '../import/import.service.ts';
import { writeTemplate } from '../import/template.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { exitCodes } from './exit-codes.ts';
import { importSummary } from './import-summary.ts';
import { linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { progressDisplay } from './progress-display.ts';
import { operator, withRegistry } from './session.ts';

interface ImportFlags {
  readonly template?: string | true;
  readonly report?: string;
  readonly partial?: boolean;
  readonly dryRun?: boolean;
  readonly replaceDemo?: boolean;
  readonly quiet?: boolean;
  readonly locale: Locale;
}

const examples = `
Nothing is kept unless every row is good. Rows missing from a later import stay; a changed value becomes a correction with its history.
The format of the files is described in docs/import.md.

Exit codes: 0 imported (warnings included), 1 bad rows, 2 the import could not begin.

Examples:
  $ registry import ./export --dry-run        check everything, keep nothing
  $ registry import ./export                  import all or nothing
  $ registry import ./export --partial        keep the good rows, report the bad ones
  $ registry import ./export --replace-demo   replace the demo with the first real data
  $ registry import firms.xlsx                one workbook, with a sheet for each file
  $ registry import firms.xlsx --report bad-rows.xlsx
                                              the bad rows, each with what to mend; mended, they can be imported
  $ registry import --template                an empty workbook to fill in`;

const frenchExamples = `
Rien n’est conservé si une seule ligne est erronée. Les lignes absentes d’une importation ultérieure restent; une valeur modifiée devient une correction, avec son historique.
Le format des fichiers est décrit dans docs/import.md.

Codes de sortie : 0 importé (avertissements compris), 1 lignes erronées, 2 l’importation n’a pas pu commencer.

Exemples :
  $ registry import ./export --dry-run        vérifie tout, ne conserve rien
  $ registry import ./export                  importe tout ou rien
  $ registry import ./export --partial        conserve les bonnes lignes, signale les autres
  $ registry import ./export --replace-demo   remplace la démonstration par les premières données réelles
  $ registry import firmes.xlsx               un classeur, avec une feuille pour chaque fichier
  $ registry import firmes.xlsx --report a-corriger.xlsx
                                              les lignes erronées, avec ce qu’il faut corriger; corrigées, elles peuvent être importées
  $ registry import --template                un classeur vide à remplir`;

/** `registry import <folder>` */
export const importCommand = (): Command =>
  new Command('import')
    .argument('[path]', 'folder with organizations.csv, accounts.xlsx, …, or a workbook with a sheet for each')
    .option('--template [file]', 'write an empty workbook of the format instead (default: registry-template.xlsx here)')
    .option('--report <file>', 'where bad rows and warnings are written, as .csv or .xlsx (default: import-report-<time>.csv here)')
    .option('--partial', 'keep the good rows if others are bad')
    .option('--dry-run', 'check everything, keep nothing')
    .option('--replace-demo', 'remove the demo registry that is loaded')
    .option('--quiet', 'show no progress')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: examples, fr: frenchExamples }))
    .action(runImport);

async function runImport(folder: string | undefined, flags: ImportFlags): Promise<void> {
  if (flags.template !== undefined) return template(flags.template, flags.locale);
  if (folder === undefined) throw new CannotImport('Name the folder or the workbook to import; --template writes an empty workbook.');
  const display = progressDisplay(process.stderr, flags.quiet ?? false, flags.locale);
  const outcome = await withRegistry(async (dataSource, { wsibAccountForm }) => {
    const { today } = await registryPresent(dataSource);
    return importFolder(dataSource, {
      folder,
      kind: 'REAL',
      actor: operator(),
      today,
      format: { wsibAccountForm },
      report: flags.report ?? defaultReport(),
      locale: flags.locale,
      partial: flags.partial ?? false,
      dryRun: flags.dryRun ?? false,
      replaceDemo: flags.replaceDemo ?? false,
      onProgress: display.onProgress,
    }).finally(display.stop);
  });
  tell(outcome, flags);
}

async function template(file: string | true, locale: Locale): Promise<void> {
  const path = file === true ? 'registry-template.xlsx' : file;
  if (existsSync(path))
    throw new CannotImport(`${path} is there already, and may be filled in: move it away, or name another file with --template.`);
  await writeTemplate(path, importFiles({ wsibAccountForm: loadConfig().wsibAccountForm }), locale);
  process.stdout.write(`${linesIn(locale)('The template is in {}: fill in the sheets you have something for, and import it.', path)}\n`);
}

function tell(outcome: ImportOutcome, { dryRun, locale }: ImportFlags): void {
  process.stdout.write(`${importSummary(outcome, dryRun ?? false, locale)}\n`);
  process.exitCode = outcome.badRows > 0 ? exitCodes.found : exitCodes.done;
}

const defaultReport = (): string =>
  `import-report-${wallClock
    .wallNow()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')}.csv`;
