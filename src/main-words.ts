import { errorIn } from './cli/errors-in.ts';
import { linesIn } from './cli/lines.ts';
import { terminalLocale } from './cli/locale-option.ts';
import { whyNotAllowed } from './database/migration-fault.ts';
import { CannotStart } from './errors.ts';

/** The language of the person at the keyboard. */
export const language = terminalLocale();

/** What is printed at a start and at an end, in that language. */
export const line = linesIn(language);

/** Prints a line for that person. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Why the process cannot start or continue. */
export const lineOf = (error: unknown): string =>
  errorIn(
    language,
    error instanceof CannotStart
      ? error.message
      : (whyNotAllowed(error) ??
          `The registry cannot continue: ${error instanceof Error ? error.message : String(error)}. LOG_LEVEL=debug shows where.`),
  );
