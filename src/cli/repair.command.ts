import { Command } from 'commander';
import { registryPresent } from '../database/primary-clock.ts';
import { repairPublishedEarly } from '../jobs/published-early.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { operator, withRegistry } from './session.ts';

const notes = `
For use when \`registry check\` reports changes published before their day, for instance by a machine whose clock was ahead. Set the clock
right first. Followers of the feed and webhooks receive a CORRECTION for each change that is withdrawn. A second run does nothing.
See docs/clocks.md.

Exit codes: 0 done, 2 the registry cannot be opened.

Example:
  $ registry repair-days`;

const frenchNotes = `
À utiliser quand \`registry check\` signale des changements publiés avant leur jour, par exemple par une machine dont l’horloge avançait. Réglez
d’abord l’horloge. Ceux qui suivent le fil, et les webhooks, reçoivent une CORRECTION pour chaque changement retiré. Une deuxième exécution ne
fait rien. Voir docs/clocks.md.

Codes de sortie : 0 fait, 2 le registre ne peut être ouvert.

Exemple :
  $ registry repair-days`;

/** `registry repair-days` */
export const repairCommand = (): Command =>
  new Command('repair-days')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runRepair);

async function runRepair({ locale }: { readonly locale: Locale }): Promise<void> {
  const { withdrawn, publishedLate } = await withRegistry(async (source) => {
    const { today } = await registryPresent(source);
    return repairPublishedEarly(source, { actor: operator(), reason: 'Published before its day', today });
  });
  process.stdout.write(`${linesIn(locale)('{} changes withdrawn, {} of days that had passed published.', withdrawn, publishedLate)}\n`);
}
