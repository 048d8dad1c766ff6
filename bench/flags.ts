import { Command, InvalidArgumentError } from 'commander';

/** A whole number that a script takes: what it is for, and its default. */
export type Flag = readonly [about: string, fallback: number];

/**
 * The numbers given to a script as `--name n`. `--help` lists them; an unknown flag, or a value that is no whole number, ends the script with one
 * line.
 */
export function numbersGiven<Name extends string>(
  script: string,
  about: string,
  flags: Readonly<Record<Name, Flag>>,
): Record<Name, number> {
  const command = new Command(script).description(about);
  for (const [name, [text, fallback]] of Object.entries<Flag>(flags)) command.option(`--${name} <n>`, text, wholeNumber, fallback);
  return command.parse().opts();
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}
