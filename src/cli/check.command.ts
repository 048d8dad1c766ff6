import { Command } from 'commander';
import { keptHeads } from '../chain/heads.ts';
import { verifyChain } from '../chain/verify.ts';
import { findPublishedEarly, type PublishedEarly } from '../jobs/published-early.ts';
import { checkTimelines, type TimelineProblem } from '../standing/standing.check.ts';
import { showAtMost } from './audit-log.command.ts';
import { exitCodes } from './exit-codes.ts';
import { withRegistry } from './session.ts';

const notes = `
It writes nothing. If timelines differ after a change of the rules, run \`registry rebuild\`.

Exit codes: 0 no problems, 1 problems found, 2 the registry cannot be opened.

Example:
  $ registry check`;

/** `registry check` */
export const checkCommand = (): Command =>
  new Command('check')
    .description(
      'check that the stored timelines match the facts, that no change was published before its day, and that the chain is complete',
    )
    .addHelpText('after', notes)
    .action(runCheck);

async function runCheck(): Promise<void> {
  const { accounts, problems } = await withRegistry(async (dataSource) => {
    const checked = await checkTimelines(dataSource, { onProblem: tell });
    const early = tellEarly(await findPublishedEarly(dataSource));
    const chain = await verifyChain(dataSource, await keptHeads(dataSource), showAtMost(MOST_SHOWN));
    return { accounts: checked.accounts, problems: checked.problems + early + chain.problems };
  });
  process.stdout.write(`${accounts} accounts checked, ${problems} problems.\n`);
  process.exitCode = problems > 0 ? exitCodes.found : exitCodes.done;
}

/** The most problems of the chain that are shown; `registry audit-log verify` shows all. */
const MOST_SHOWN = 20;

/** Shows what was published before its day; returns how many problems that is. */
function tellEarly({ changes, sweptThrough }: PublishedEarly): number {
  if (sweptThrough !== null)
    process.stdout.write(`  changes are published up to ${sweptThrough}, which is in the future: see \`registry repair-days\`\n`);
  if (changes > 0) process.stdout.write(`  ${changes} changes were published before their day: see \`registry repair-days\`\n`);
  return changes + (sweptThrough === null ? 0 : 1);
}

function tell({ accountReference, problem, on, inHistory }: TimelineProblem): void {
  const where = `${accountReference ?? 'no account'}${inHistory ? ', in the history' : ''}`;
  process.stdout.write(`  ${where}: ${problem}${on ? ` on ${on}` : ''}\n`);
}
