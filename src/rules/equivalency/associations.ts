import type { Day } from '../calendar.ts';
import type { Locale } from '../messages/messages.ts';

/** Provinces and territories of Canada by their postal abbreviations. */
export type Province = 'AB' | 'BC' | 'MB' | 'NB' | 'NL' | 'NS' | 'NT' | 'NU' | 'ON' | 'PE' | 'QC' | 'SK' | 'YT';

/** A member of the Canadian Federation of Construction Safety Associations. */
export interface Association {
  readonly name: string;
  readonly provinces: readonly Province[];
  /** Who issues the COR there, if not the association itself. */
  readonly issuer: InBoth | null;
  /** Whether it has a COR at all: stated, or not sure. */
  readonly issuesCor: 'YES' | 'NOT_SURE';
  /** How sure we are of the entry. */
  readonly certainty: 'sure' | 'unsure';
  readonly source: InBoth;
  readonly checkedOn: Day;
}

/** Words in both languages. */
type InBoth = Readonly<Record<Locale, string>>;

const source: InBoth = {
  en: 'X-9: the pages of the federation and of its members',
  fr: 'X-9 : les pages de la fédération et de ses membres',
};
const checkedOn: Day = '2026-11-22';

const member = (name: string, provinces: readonly Province[], more: Partial<Association> = {}): Association => ({
  name,
  provinces,
  issuer: null,
  issuesCor: 'YES',
  certainty: 'sure',
  source,
  checkedOn,
  ...more,
});

/** The 13 members by their abbreviations, from west to east; Saskatchewan and Manitoba have two. */
export const associations = {
  BCCSA: member('BC Construction Safety Alliance', ['BC'], { issuer: { en: 'WorkSafeBC', fr: 'WorkSafeBC' } }),
  ACSA: member('Alberta Construction Safety Association', ['AB'], {
    issuer: { en: 'Government of Alberta', fr: 'gouvernement de l’Alberta' },
  }),
  SCSA: member('Saskatchewan Construction Safety Association', ['SK']),
  HCSAS: member('Heavy Construction Safety Association of Saskatchewan', ['SK']),
  CSAM: member('Construction Safety Association of Manitoba', ['MB']),
  MHCA: member('Manitoba Heavy Construction Association', ['MB']),
  IHSA: member('Infrastructure Health & Safety Association', ['ON']),
  ASP: member('ASP Construction', ['QC'], { issuesCor: 'NOT_SURE', certainty: 'unsure' }),
  NBCSA: member('New Brunswick Construction Safety Association', ['NB'], { certainty: 'unsure' }),
  CSNS: member('Construction Safety Nova Scotia', ['NS']),
  NLCSA: member('Newfoundland and Labrador Construction Safety Association', ['NL']),
  NSA: member('Northern Safety Association', ['NT', 'NU'], { certainty: 'unsure' }),
  NSNY: member('Northern Safety Network Yukon', ['YT'], { certainty: 'unsure' }),
} as const satisfies Record<string, Association>;

/** The abbreviation of a member. */
export type AssociationId = keyof typeof associations;

/** Whether the text is the abbreviation of a member. */
export const isAssociationId = (text: string): text is AssociationId => Object.hasOwn(associations, text);

/** The members of a province, in the order of the list; none for Prince Edward Island. */
export const associationsIn = (province: Province): readonly AssociationId[] =>
  Object.keys(associations)
    .filter(isAssociationId)
    .filter((id) => associations[id].provinces.includes(province));

/** Whether a COR confirmed by the member comes from outside Ontario (G-5.a). */
export const isOutOfProvince = (id: AssociationId): boolean => !associations[id].provinces.includes('ON');
