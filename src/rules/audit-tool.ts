import type { Day } from './calendar.ts';
import type { Standard } from './facts.ts';
import { type Parameter, valueOn } from './parameter.ts';
import { cor2020Elements, corElements } from './parameters.ts';

/** X-11, F-18: how many elements each audit tool has, with the source of the number. */
export const elementCounts: Readonly<Record<Standard, Parameter<number>>> = { COR: corElements, COR_2020: cor2020Elements };

/** The last element of a tool for an audit completed on a day; elements are numbered from 1 (X-11, F-18). */
export const lastElement = (tool: Standard, completedOn: Day): number => valueOn(elementCounts[tool], completedOn);

/** The most elements that any tool has or had: no element has a higher number. */
export const MOST_ELEMENTS = Math.max(...Object.values(elementCounts).flatMap(({ starts }) => starts.map(({ value }) => value)));

/** A name of an element in both languages: the English one is IHSA's, the French one is ours. */
export interface ElementName {
  readonly en: string;
  readonly fr: string;
}

/** the names of the elements of COR 2020, in the order of IHSA's list; those of the older COR are not known. */
export const elementNames: Readonly<Record<Standard, readonly ElementName[]>> = {
  COR: [],
  COR_2020: [
    { en: 'Health and Safety Policy', fr: 'Politique de santé et de sécurité' },
    { en: 'Hazard Assessment, Analysis and Control', fr: 'Évaluation, analyse et maîtrise des dangers' },
    { en: 'Controls', fr: 'Mesures de maîtrise' },
    { en: 'Procurement and Contractor Management', fr: 'Approvisionnement et gestion des entrepreneurs' },
    { en: 'Company Rules', fr: 'Règles de l’entreprise' },
    { en: 'Personal Protective Equipment', fr: 'Équipement de protection individuelle' },
    { en: 'Preventative Maintenance', fr: 'Entretien préventif' },
    { en: 'Training and Communication', fr: 'Formation et communication' },
    { en: 'Workplace Inspections', fr: 'Inspections du lieu de travail' },
    { en: 'Investigations and Reporting', fr: 'Enquêtes et rapports' },
    { en: 'Emergency Preparedness', fr: 'Préparation aux situations d’urgence' },
    { en: 'Statistics and Records', fr: 'Statistiques et dossiers' },
    { en: 'Legislation and Other Requirements', fr: 'Lois et autres exigences' },
    { en: 'Management Review and Management of Change', fr: 'Revue de direction et gestion du changement' },
  ],
};

/** the name of an element of a tool in a language; null where it is not known. */
export const elementName = (tool: Standard, number: number, locale: keyof ElementName): string | null =>
  elementNames[tool][number - 1]?.[locale] ?? null;

/** One element of a tool as it is shown: its number, and its name where it is known. */
export interface ShownElement {
  readonly number: number;
  readonly name: string | null;
}

/** F-18: the elements of a tool for an audit completed on a day. */
export const elementsOf = (tool: Standard, completedOn: Day, locale: keyof ElementName): readonly ShownElement[] =>
  Array.from({ length: lastElement(tool, completedOn) }, (_, at) => ({ number: at + 1, name: elementName(tool, at + 1, locale) }));
