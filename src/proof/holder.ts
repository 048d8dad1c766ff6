import { accountsMeant } from '../identifiers/bare-number.ts';
import { legalEndings } from '../names/endings.ts';
import { type ComparedName, comparedForms, comparedName, likeness } from '../names/likeness.ts';
import type { CheckedDocument } from './proof.loader.ts';

/** How similar a name must be to the holder's, of 1,000,000: a different spelling, but hardly another firm. */
const SAME_NAME = 850_000;

const legal: ReadonlySet<string> = new Set(legalEndings.filter(({ isLegal }) => isLegal).map(({ id }) => id));

const legalEndingOf = ({ endings }: ComparedName): string =>
  endings
    .split(' ')
    .filter((id) => legal.has(id))
    .join(' ');

/**
 * Whether a name is the holder's, in its own or another spelling. A name with another legal ending is another firm's: ABC Inc. is not ABC Ltd. One without
 * any is the holder's; an operating name has an ending only if it was recorded with one. The
 * name printed on an older document may be a former one: since when the firm has another is not on record.
 */
export function isNameOf(typed: string, { organizationName, operatingName, formerNames }: CheckedDocument): boolean {
  const given = comparedName(typed);
  const ending = legalEndingOf(given);
  return [organizationName, operatingName, ...formerNames].some((recorded) => {
    if (recorded === null) return false;
    return comparedForms(recorded).some((name) => (ending === '' || ending === legalEndingOf(name)) && likeness(given, name) >= SAME_NAME);
  });
}

/** Whether a WSIB account number is the holder's, with whatever stands around it. */
export const isAccountOf = (typed: string, { wsibAccount }: CheckedDocument): boolean =>
  wsibAccount !== null && accountsMeant(typed).includes(wsibAccount);
