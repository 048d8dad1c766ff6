import { InvalidArgumentError } from 'commander';

/** Reads an instant given on the command line. */
export function instantArgument(text: string): Date {
  const instant = new Date(text);
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(instant.getTime())) return instant;
  throw new InvalidArgumentError('It must be an instant with its offset, such as 2026-03-31T14:00:00-04:00.');
}
