import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type Asked, owners, routes } from '../desk/check/question.ts';
import { CannotStart } from '../errors.ts';
import { isDay } from '../rules/calendar.ts';

/** What is asked without a file: the standing alone. */
const standingAlone: Omit<Asked, 'on'> = { contractTo: null, routes: [], isPendingAccepted: true, owner: 'PRIVATE' };

/** Reads what a tender asks for from a YAML or JSON file, with the names of the API’s input TenderRequirement. */
export async function requirementIn(path: string | undefined): Promise<Omit<Asked, 'on'>> {
  if (path === undefined) return standingAlone;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CannotStart(`The requirement ${path} cannot be read.`);
  });
  return checked(path, parsed(path, text));
}

function parsed(path: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, with what it should be.
  }
  throw new CannotStart(`The requirement ${path} must be YAML such as: routes: [COR_2020, REGISTRATION].`);
}

function checked(path: string, given: Readonly<Record<string, unknown>>): Omit<Asked, 'on'> {
  const problem = (what: string) => new CannotStart(`The requirement ${path}: ${what}`);
  const known = ['routes', 'isPendingAccepted', 'contractTo', 'owner'];
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw problem(`there is no ${unknown.join(', ')}; it may have ${known.join(', ')}.`);
  const { routes: named = [], isPendingAccepted = true, contractTo = null, owner = 'PRIVATE' } = given;
  if (!Array.isArray(named) || named.some((route) => !routes.includes(route))) throw problem(`routes must be among ${routes.join(', ')}.`);
  if (typeof isPendingAccepted !== 'boolean') throw problem('isPendingAccepted must be true or false.');
  if (contractTo !== null && (typeof contractTo !== 'string' || !isDay(contractTo))) throw problem('contractTo must be a day, YYYY-MM-DD.');
  const asks = owners.find((each) => each === owner);
  if (!asks) throw problem(`owner must be one of ${owners.join(', ')}.`);
  return { routes: named, isPendingAccepted, contractTo, owner: asks };
}
