import type { Day } from '../calendar.ts';

/** A health and safety management system that is accredited by the Chief Prevention Officer, or may be. */
export interface AccreditedSystem {
  readonly id: SystemId;
  /** Whether an official page or the press names it as accredited today; if unsure, it is not known here. */
  readonly certainty: 'press' | 'unsure';
  readonly source: string;
  readonly checkedOn: Day;
}

export type SystemId = 'COR_2020' | 'ISO_45001_2018' | 'CSA_Z45001_19' | 'BS_OHSAS_18001_2007' | 'ORGANIZATION_SPECIFIC';

const checkedOn: Day = '2026-11-29';
const tradeArticle = 'Daily Commercial News, January 2024; whether it is still valid was not found';

/** the systems as far as they are known. No day of an accreditation was found, so the list has the day on which it was read. X-28: ISO 45001 by its edition of 2018. */
export const accreditedSystems: readonly AccreditedSystem[] = [
  { id: 'COR_2020', certainty: 'press', source: 'IHSA magazine V24-1, 2024', checkedOn },
  { id: 'ISO_45001_2018', certainty: 'press', source: 'IHSA magazine V24-1, 2024; minister’s direction of 25 October 2024', checkedOn },
  { id: 'CSA_Z45001_19', certainty: 'unsure', source: tradeArticle, checkedOn },
  { id: 'BS_OHSAS_18001_2007', certainty: 'unsure', source: tradeArticle, checkedOn },
  { id: 'ORGANIZATION_SPECIFIC', certainty: 'unsure', source: 'accredited one by one; no list was found', checkedOn },
];
