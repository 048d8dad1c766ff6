import { plainNumber } from './plain-text.ts';

const placeholders = new Set(
  'n/a,na,n.a.,n.a,none,null,nil,nan,tbd,tba,tbc,unknown,unk,pending,exempt,s/o,s.o.,à venir,aucun,aucune,inconnu,-,--,---,.,..,...,?,??,???'.split(
    ',',
  ),
);

/** Whether a text only says that there is no value: `N/A`, `TBD`, a dash. */
export const isPlaceholder = (text: string): boolean => text.length <= 12 && placeholders.has(plainNumber(text).toLowerCase());
