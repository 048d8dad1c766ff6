import { createHash } from 'node:crypto';
import { guideline } from '../rules/guideline.ts';
import * as parameters from '../rules/parameters.ts';

/** Raise it when rows are read or answers are told in another way, so that a receipt from before is not said to differ by its reader’s rights. */
const READING = 3;

/** Tells the clauses, the numbers and the way of reading by which an answer was given from any others. */
export const rulesVersion = createHash('sha256')
  .update(JSON.stringify([READING, guideline, Object.entries(parameters).filter(([, value]) => typeof value === 'object')]))
  .digest('hex')
  .slice(0, 16);
