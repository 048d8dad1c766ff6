import { accountsMeant } from '../identifiers/bare-number.ts';
import { isOwnName } from '../names/own-name.ts';
import type { CheckedDocument } from './proof.loader.ts';

/** What a holder goes by. */
export type HolderNames = Pick<CheckedDocument, 'organizationName' | 'operatingName' | 'formerNames'>;

/** Whether a name is the holder's. The name printed on an older document may be a former one: since when the firm has another is not on record. */
export const isNameOf = (typed: string, { organizationName: legalName, operatingName, formerNames }: HolderNames): boolean =>
  isOwnName(typed, { legalName, operatingName, formerNames });

/** Whether a WSIB account number is the holder's, with whatever stands around it. */
export const isAccountOf = (typed: string, { wsibAccount }: CheckedDocument): boolean =>
  wsibAccount !== null && accountsMeant(typed).includes(wsibAccount);
