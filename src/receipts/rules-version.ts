import { createHash } from 'node:crypto';
import { guideline } from '../rules/guideline.ts';
import * as parameters from '../rules/parameters.ts';

/** Tells the clauses and numbers by which an answer was given from any others. */
export const rulesVersion = createHash('sha256')
  .update(JSON.stringify([guideline, Object.entries(parameters).filter(([, value]) => typeof value === 'object')]))
  .digest('hex')
  .slice(0, 16);
