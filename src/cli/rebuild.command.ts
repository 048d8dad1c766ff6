import { Command } from 'commander';
import { registryPresent } from '../database/primary-clock.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { rebuildTimelines, type TimelineDifference } from '../standing/standing.rebuild.ts';
import { exitCodes } from './exit-codes.ts';
import { linesIn, type WriteLine } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { operator, withRegistry } from './session.ts';

const notes = `
Needed only after the rules have changed: a new fact updates its account's timeline by itself. The old timelines move to the history, so that earlier answers can still be reproduced.

Exit codes: 0 done, 1 a dry run found differences, 2 the registry cannot be opened.

Examples:
  $ registry rebuild --dry-run      list what would change
  $ registry rebuild`;

const frenchNotes = `
Nécessaire seulement après un changement des règles : un nouveau fait met lui-même à jour la chronologie de son compte. Les chronologies antérieures passent à l’historique, pour que les réponses d’alors puissent encore être reproduites.

Codes de sortie : 0 fait, 1 l’essai à blanc a trouvé des différences, 2 le registre ne peut être ouvert.

Exemples :
  $ registry rebuild --dry-run      énumère ce qui changerait
  $ registry rebuild`;

interface RebuildFlags {
  readonly dryRun?: boolean;
  readonly locale: Locale;
}

/** `registry rebuild` */
export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .option('--dry-run', 'list what would change, write nothing')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runRebuild);

async function runRebuild({ dryRun = false, locale }: RebuildFlags): Promise<void> {
  const line = linesIn(locale);
  const { accounts, changed } = await withRegistry(async (dataSource) => {
    const { today } = await registryPresent(dataSource);
    const author = { actor: operator(), reason: 'rebuild', today };
    return rebuildTimelines(dataSource, author, { dryRun, onDifference: (each) => tell(each, line) });
  });
  const said = dryRun ? '{} timelines computed, {} would change.' : '{} timelines computed, {} changed.';
  process.stdout.write(`${line(said, accounts, changed)}\n`);
  process.exitCode = dryRun && changed > 0 ? exitCodes.found : exitCodes.done;
}

function tell({ accountReference, on, was, becomes }: TimelineDifference, line: WriteLine): void {
  const said =
    was === becomes
      ? line('{}: from {} the standing stays {}; its days, documents or reasons change', accountReference, on, becomes)
      : line('{}: on {} {} becomes {}', accountReference, on, was ?? line('nothing stored'), becomes);
  process.stdout.write(`  ${said}\n`);
}
