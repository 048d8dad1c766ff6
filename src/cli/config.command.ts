import { Command } from 'commander';
import { describeSettings } from '../config.ts';

/** `registry config` */
export const configCommand = (): Command =>
  new Command('config').description('list every setting with its default and what holds now').action(listSettings);

function listSettings(): void {
  for (const { variable, description, fallback, isSet, value, problem } of describeSettings()) {
    const now = problem ? `; ${problem}` : isSet ? `; set to: ${value}` : '';
    process.stdout.write(`${variable}\n  ${description}\n  default: ${fallback ?? 'none'}${now}\n`);
  }
}
