import type { Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import { valueOn } from '../parameter.ts';
import { equalTreatment } from '../parameters.ts';
import { type AccreditedSystem, accreditedSystems, type SystemId } from './accredited-systems.ts';
import type { Route } from './requirement.ts';

/** Who issues the tender: a private owner is not bound by the regulation. If nobody said, nobody can judge whether it binds. */
export type Owner = 'GOVERNMENT' | 'PUBLIC_SECTOR' | 'PRIVATE' | 'NOT_GIVEN';

/** A requirement from the regulation's point of view. */
export interface AskedInTender {
  readonly owner: Owner;
  readonly isForConstruction: boolean;
  readonly routes: readonly Route[];
}

/** The warning of O. Reg. 364/25. */
export interface TenderWarning {
  readonly because: Because;
  /** Accredited systems that the requirement does not name. */
  readonly notNamed: readonly SystemId[];
  /** Other systems it does not name; whether they are accredited is not known here. */
  readonly notKnown: readonly SystemId[];
  /** The whole list, each with where it was found and when. */
  readonly systems: readonly ListedSystem[];
}

/** A system of the list, and whether the requirement names it. */
export interface ListedSystem extends AccreditedSystem {
  readonly isNamed: boolean;
}

const systemOf: Readonly<Partial<Record<Route, SystemId>>> = {
  COR: 'COR_2020',
  COR_2020_ROUTE: 'COR_2020',
  ISO_45001_ROUTE: 'ISO_45001_2018',
};

/** the warning that a requirement draws on a day; null if none. If it is not known who asks, it says so. */
export function warningOf({ owner, isForConstruction, routes }: AskedInTender, on: Day): TenderWarning | null {
  if (owner === 'PRIVATE' || !isForConstruction || !valueOn(equalTreatment, on)) return null;
  if (routes.includes('OTHER_ACCREDITED_SYSTEM')) return null;
  const named = new Set(routes.flatMap((route) => systemOf[route] ?? []));
  if (named.size === 0) return null;
  const missing = accreditedSystems.filter(({ id }) => !named.has(id));
  const notNamed = missing.filter(({ certainty }) => certainty !== 'unsure').map(({ id }) => id);
  const notKnown = missing.filter(({ certainty }) => certainty === 'unsure').map(({ id }) => id);
  const systems = accreditedSystems.map((system) => ({ ...system, isNamed: named.has(system.id) }));
  const message = owner === 'NOT_GIVEN' ? 'tender-warning-owner-not-given' : 'tender-warning';
  return { because: because(message), notNamed, notKnown, systems };
}
