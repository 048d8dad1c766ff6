#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { CannotStart } from '../errors.ts';
import { CannotImport } from '../import/cannot-import.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { auditLogCommand } from './audit-log.command.ts';
import { biddersCommand } from './bidders.command.ts';
import { checkCommand } from './check.command.ts';
import { configCommand } from './config.command.ts';
import { demoCommand } from './demo.command.ts';
import { goOnUnread } from './ending.ts';
import { errorIn } from './errors-in.ts';
import { exitCodes } from './exit-codes.ts';
import { explainCommand } from './explain.command.ts';
import { exportCommand } from './export.command.ts';
import { helpIn, speak } from './help-in.ts';
import { importCommand } from './import.command.ts';
import { jobsCommand } from './jobs.command.ts';
import { keysCommand } from './keys.command.ts';
import { localeOfRun } from './locale-option.ts';
import { migrateCommand } from './migrate.command.ts';
import { rebuildCommand } from './rebuild.command.ts';
import { receiptCommand } from './receipt.command.ts';
import { repairCommand } from './repair.command.ts';
import { sandboxCommand } from './sandbox.command.ts';
import { signingKeysCommand } from './signing-keys.command.ts';
import { proofCommand, verifyCommand } from './verify.command.ts';
import { watchCommand } from './watch.command.ts';

const locale = localeOfRun(process.argv);

const program = new Command('registry')
  .description('The COR registry at the command line.')
  .addHelpText(
    'after',
    helpIn(locale, '\nExit codes: 0 done, 1 bad rows or differences found, 2 misuse or the environment does not allow it.'),
  )
  .showHelpAfterError(helpIn(locale, '(registry --help lists the commands)'))
  .addCommand(importCommand())
  .addCommand(demoCommand())
  .addCommand(exportCommand())
  .addCommand(biddersCommand())
  .addCommand(verifyCommand())
  .addCommand(proofCommand())
  .addCommand(explainCommand())
  .addCommand(migrateCommand())
  .addCommand(rebuildCommand())
  .addCommand(checkCommand())
  .addCommand(auditLogCommand())
  .addCommand(repairCommand())
  .addCommand(sandboxCommand())
  .addCommand(receiptCommand())
  .addCommand(keysCommand())
  .addCommand(signingKeysCommand())
  .addCommand(jobsCommand())
  .addCommand(watchCommand())
  .addCommand(configCommand());

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
  return errorIn(language, `The command failed: ${error instanceof Error ? error.message : String(error)}`);
}
