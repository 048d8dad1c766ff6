import { Command } from 'commander';
import { registryPresent } from '../database/primary-clock.ts';
import { rebuildTimelines, type TimelineDifference } from '../standing/standing.rebuild.ts';
import { exitCodes } from './exit-codes.ts';
import { operator, withRegistry } from './session.ts';

const notes = `
Needed only after the rules have changed: a new fact updates its account's timeline by itself. The old timelines move to the history, so that earlier answers can still be reproduced.

Exit codes: 0 done, 1 a dry run found differences, 2 the registry cannot be opened.

Examples:
  $ registry rebuild --dry-run      list what would change
  $ registry rebuild`;

/** `registry rebuild` */
export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description('recompute every timeline under the current rules')
    .option('--dry-run', 'list what would change, write nothing')
    .addHelpText('after', notes)
    .action(runRebuild);

async function runRebuild({ dryRun = false }: { readonly dryRun?: boolean }): Promise<void> {
  const { accounts, changed } = await withRegistry(async (dataSource) => {
    const { today } = await registryPresent(dataSource);
    const author = { actor: operator(), reason: 'rebuild', today };
    return rebuildTimelines(dataSource, author, { dryRun, onDifference: tell });
  });
  const verb = dryRun ? 'would change' : 'changed';
  process.stdout.write(`${accounts} timelines computed, ${changed} ${verb}.\n`);
  process.exitCode = dryRun && changed > 0 ? exitCodes.found : exitCodes.done;
}

function tell({ accountReference, on, was, becomes }: TimelineDifference): void {
  process.stdout.write(`  ${accountReference}: on ${on} ${was ?? 'nothing stored'} becomes ${becomes}\n`);
}
