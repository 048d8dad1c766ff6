import { Command } from 'commander';
import { describeSettings, unknownVariables } from '../config.ts';
import { exitCodes } from './exit-codes.ts';

const notes = `
Each setting is an environment variable. A problem is shown next to its setting, without the value.

Exit codes: 0 no problems, 1 a variable is malformed or unknown and the registry would not start.

Examples:
  $ registry config
  $ PORT=4100 registry config`;

/** `registry config` */
export const configCommand = (): Command =>
  new Command('config')
    .description('list every setting with its default and its current value')
    .addHelpText('after', notes)
    .action(listSettings);

function listSettings(): void {
  const all = describeSettings();
  for (const { variable, description, fallback, isSet, value, problem } of all) {
    const now = problem ? `\n  wrong: ${problem}` : isSet ? `; set to: ${value}` : '';
    process.stdout.write(`${variable}\n  ${description}\n  default: ${fallback ?? 'none'}${now}\n`);
  }
  const unknown = unknownVariables();
  for (const line of unknown) process.stdout.write(`wrong: ${line}\n`);
  const isWell = unknown.length === 0 && all.every(({ problem }) => problem === null);
  process.exitCode = isWell ? exitCodes.done : exitCodes.found;
}
