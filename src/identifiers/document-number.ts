/**
 * The numbers a document may be stored under, given one as somebody typed it: as it stands, and, where it can be read as one of our own
 * form (`COR-<year>-` and ten characters of Crockford's base 32), that. Imported numbers are kept as they are, so they must be typed so.
 */
export function numbersMeant(typed: string): readonly string[] {
  const asItStands = typed.trim();
  const ours = ownForm(asItStands);
  return ours === null || ours === asItStands ? [asItStands] : [asItStands, ours];
}

/** Our own form of what was typed: in capitals, separators aside, O read as 0, I and L as 1; null when it is not of that form. */
function ownForm(typed: string): string | null {
  const compact = typed.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase();
  const [, year, random] = /^C[O0]R([0-9OIL]{4})([0-9A-Z]{10})$/.exec(compact) ?? [];
  if (year === undefined || random === undefined || random.includes('U')) return null;
  return `COR-${asDigits(year)}-${asDigits(random)}`;
}

const asDigits = (text: string): string => text.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
