import { Command } from 'commander';
import { checkTimelines, type TimelineProblem } from '../standing/standing.check.ts';
import { exitCodes } from './exit-codes.ts';
import { withRegistry } from './session.ts';

const notes = `
It writes nothing. What differs after a change of the rules is put right by \`registry rebuild\`.

Exit codes: 0 all is well, 1 something is not, 2 the registry cannot be opened.

Example:
  $ registry check`;

/** `registry check` */
export const checkCommand = (): Command =>
  new Command('check').description('prove that the stored timelines are those the facts give').addHelpText('after', notes).action(runCheck);

async function runCheck(): Promise<void> {
  const { accounts, problems } = await withRegistry((dataSource) => checkTimelines(dataSource, { onProblem: tell }));
  process.stdout.write(`${accounts} accounts checked, ${problems} problems.\n`);
  process.exitCode = problems > 0 ? exitCodes.found : exitCodes.done;
}

function tell({ accountReference, problem, on, inHistory }: TimelineProblem): void {
  const where = `${accountReference ?? 'no account'}${inHistory ? ', in the history' : ''}`;
  process.stdout.write(`  ${where}: ${problem}${on ? ` on ${on}` : ''}\n`);
}
