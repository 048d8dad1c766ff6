import { Command, InvalidArgumentError } from 'commander';

/** A whole number that a script takes: what it is for, and its default. */
export type Flag = readonly [about: string, fallback: number];

/** Text that a script takes: what it is for. */
type Texts<Name extends string> = Readonly<Record<Name, string>>;

/**
 * The numbers given to a script as `--name n`, and the text of those that take text. `--help` lists them; an unknown flag, or a value that is no whole number, ends the script with one
 * line.
 */
export function numbersGiven<Name extends string, Text extends string = never>(
  script: string,
  about: string,
  flags: Readonly<Record<Name, Flag>>,
  texts: Partial<Texts<Text>> = {},
): Record<Name, number> & Partial<Record<Text, string>> {
  const command = new Command(script).description(about);
  for (const [name, [text, fallback]] of Object.entries<Flag>(flags)) command.option(`--${name} <n>`, text, wholeNumber, fallback);
  for (const [name, text] of Object.entries(texts)) command.option(`--${name} <text>`, String(text));
  return command.parse().opts();
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}
