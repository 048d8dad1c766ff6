import { Command } from 'commander';
import { registryPresent } from '../database/primary-clock.ts';
import { repairToldEarly } from '../jobs/told-early.ts';
import { operator, withRegistry } from './session.ts';

const notes = `
For a registry of which \`registry check\` says that days were told before they came, as by a machine whose clock was ahead. Set the clock
right first. Followers of the feed and webhooks receive a CORRECTION for each change that is withdrawn. Run again, it does nothing.
See docs/clocks.md.

Exit codes: 0 done, 2 the registry cannot be opened.

Example:
  $ registry repair-days`;

/** `registry repair-days` */
export const repairCommand = (): Command =>
  new Command('repair-days').description('withdraw changes that were told before their day').addHelpText('after', notes).action(runRepair);

async function runRepair(): Promise<void> {
  const { withdrawn, toldLate } = await withRegistry(async (source) => {
    const { today } = await registryPresent(source);
    return repairToldEarly(source, { actor: operator(), reason: 'Told before its day', today });
  });
  process.stdout.write(`${withdrawn} changes withdrawn, ${toldLate} told that days had brought meanwhile.\n`);
}
