import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { ask, type Send } from '../desk/api.ts';
import { type Asked, owners, routes } from '../desk/check/question.ts';
import { type KeptRequirementAnswer, keptRequirementsOperation } from '../desk/operations.ts';
import { CannotStart } from '../errors.ts';
import { isDay } from '../rules/calendar.ts';

type Requirement = Omit<Asked, 'on'>;

/** What is asked without a file: the standing alone. */
const standingAlone: Requirement = { contractTo: null, routes: [], isPendingAccepted: true, owner: 'NOT_GIVEN', isForConstruction: true };

/**
 * What a tender asks for: from a YAML or JSON file, with the names of the API’s input TenderRequirement; or, if there is no such file, the requirement
 * that the key keeps under this name.
 */
export async function requirementIn(given: string | undefined, send: Send): Promise<Requirement> {
  if (given === undefined) return standingAlone;
  const text = await readFile(given, 'utf8').catch(() => null);
  if (text !== null) return checked(given, parsed(given, text));
  if (/\.(?:ya?ml|json)$/i.test(given)) throw new CannotStart(`The requirement ${given} cannot be read.`);
  return keptUnder(given, send);
}

async function keptUnder(name: string, send: Send): Promise<Requirement> {
  const { keptRequirements } = await ask(send, keptRequirementsOperation);
  const plain = (text: string) => text.trim().normalize('NFC').toLowerCase();
  const kept: KeptRequirementAnswer | undefined = keptRequirements.find((each) => plain(each.name) === plain(name));
  if (!kept) throw new CannotStart(`There is no file ${name}, and your key keeps no requirement of this name.`);
  const { name: _, ...requirement } = kept;
  return requirement;
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

const known = ['routes', 'isPendingAccepted', 'contractTo', 'owner', 'isForConstruction'];

function checked(path: string, given: Readonly<Record<string, unknown>>): Requirement {
  const problem = (what: string) => new CannotStart(`The requirement ${path}: ${what}`);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw problem(`there is no ${unknown.join(', ')}; it may have ${known.join(', ')}.`);
  const { routes: named = [], isPendingAccepted = true, contractTo = null, owner = 'NOT_GIVEN', isForConstruction = true } = given;
  if (!Array.isArray(named) || named.some((route) => !routes.includes(route))) throw problem(`routes must be among ${routes.join(', ')}.`);
  if (typeof isPendingAccepted !== 'boolean') throw problem('isPendingAccepted must be true or false.');
  if (typeof isForConstruction !== 'boolean') throw problem('isForConstruction must be true or false.');
  if (contractTo !== null && (typeof contractTo !== 'string' || !isDay(contractTo))) throw problem('contractTo must be a day, YYYY-MM-DD.');
  const asks = owners.find((each) => each === owner);
  if (!asks) throw problem(`owner must be one of ${owners.join(', ')}.`);
  return { routes: named, isPendingAccepted, contractTo, owner: asks, isForConstruction };
}
