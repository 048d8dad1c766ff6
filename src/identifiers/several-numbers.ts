import { isLabel } from './bare-number.ts';

/** Seven to nine digits, also in two groups and with a program account, or letters with digits behind a sign, as in a document's number. */
const number = /^(?:\d[\dOIL]{6,8}(?:R[A-Z]\d{4})?|\d{3}-\d{4}|(?=(?:\D*\d){4})\p{L}{1,6}[-_.][\p{L}\d._-]+)$/iu;
const joint = /^(?:and|et|or|ou|a|c)$/iu;

/** Whether a text is two numbers or more, of any kind, and nothing but words that say what they are: DEMO-COR-000017-4 9000002. */
export function areSeveralNumbers(plain: string): boolean {
  if (!/\d{4}/u.test(plain)) return false;
  const words = plain.split(/[\s/&,;:+|#()[\]]+/u).filter((word) => word !== '');
  const others = words.filter((word) => !number.test(word));
  return words.length - others.length > 1 && others.every((word) => isLabel(word) || joint.test(word));
}
