import { Command } from 'commander';
import { registryPresent } from '../database/primary-clock.ts';
import { repairPublishedEarly } from '../jobs/published-early.ts';
import { operator, withRegistry } from './session.ts';

const notes = `
For use when \`registry check\` reports changes published before their day, for instance by a machine whose clock was ahead. Set the clock
right first. Followers of the feed and webhooks receive a CORRECTION for each change that is withdrawn. A second run does nothing.
See docs/clocks.md.

Exit codes: 0 done, 2 the registry cannot be opened.

Example:
  $ registry repair-days`;

/** `registry repair-days` */
export const repairCommand = (): Command =>
  new Command('repair-days')
    .description('withdraw changes that were published before their day')
    .addHelpText('after', notes)
    .action(runRepair);

async function runRepair(): Promise<void> {
  const { withdrawn, publishedLate } = await withRegistry(async (source) => {
    const { today } = await registryPresent(source);
    return repairPublishedEarly(source, { actor: operator(), reason: 'Published before its day', today });
  });
  process.stdout.write(`${withdrawn} changes withdrawn, ${publishedLate} of days that had passed published.\n`);
}
