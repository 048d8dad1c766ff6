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
