#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { whyNotAllowed } from '../database/migration-fault.ts';
import { CannotStart } from '../errors.ts';
import { CannotImport } from '../import/cannot-import.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { commands } from './commands.ts';
import { goOnUnread } from './ending.ts';
import { errorIn } from './errors-in.ts';
import { exitCodes } from './exit-codes.ts';
import { helpIn, speak } from './help-in.ts';
import { localeOfRun } from './locale-option.ts';

const locale = localeOfRun(process.argv);

const program = new Command('registry')
  .description('The COR registry at the command line.')
  .addHelpText(
    'after',
    helpIn(locale, '\nExit codes: 0 done, 1 bad rows or differences found, 2 misuse or the environment does not allow it.'),
  )
  .showHelpAfterError(helpIn(locale, '(registry --help lists the commands)'));

for (const { name, description, load } of commands) {
  const command = process.argv.includes(name) ? await load() : new Command(name);
  program.addCommand(command.name(name).description(description));
}

endsByThrowing(program);
speak(program, locale);
goOnUnread();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function endsByThrowing(command: Command): void {
  command.exitOverride();
  for (const each of command.commands) endsByThrowing(each);
}

function exitCodeOf(error: unknown): number {
  // commander has already printed the problem; its code 0 is `--help`.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.impossible;
  process.stderr.write(`${messageOf(error, locale)}\n`);
  return exitCodes.impossible;
}

function messageOf(error: unknown, language: Locale): string {
  if (error instanceof CannotStart || error instanceof CannotImport) return errorIn(language, error.message);
  return errorIn(language, whyNotAllowed(error) ?? `The command failed: ${error instanceof Error ? error.message : String(error)}`);
}
