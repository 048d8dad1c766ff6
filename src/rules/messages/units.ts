import type { ParameterUnit } from '../parameter.ts';
import type { Locale } from './messages.ts';

/** What a number of the law counts, in words. */
export const unitWords: Readonly<Record<Locale, Readonly<Record<ParameterUnit, string>>>> = {
  en: {
    days: 'days',
    'business days': 'business days',
    months: 'months',
    years: 'years',
    percent: 'percent',
    elements: 'elements',
    'yes or no': 'yes or no',
  },
  fr: {
    days: 'jours',
    'business days': 'jours ouvrables',
    months: 'mois',
    years: 'années',
    percent: 'pour cent',
    elements: 'éléments',
    'yes or no': 'oui ou non',
  },
};
