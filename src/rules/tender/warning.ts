import type { Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { MessageWith } from '../messages/messages.ts';
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
  // G-6.2.a: equivalency for an organization whose own system the ministry accredited.
  MLITSD_ROUTE: 'ORGANIZATION_SPECIFIC',
};

/** What has no route of its own: another accredited system, and no system beside it, is one of these. */
const withoutRoute: readonly SystemId[] = accreditedSystems.map(({ id }) => id).filter((id) => !Object.values(systemOf).includes(id));

/** the warning that a requirement draws on a day; null if none. If it is not known who asks, it says so. */
export function warningOf({ owner, isForConstruction, routes }: AskedInTender, on: Day): TenderWarning | null {
  if (owner === 'PRIVATE' || !isForConstruction || !valueOn(equalTreatment, on)) return null;
  const named = namedBy(routes);
  const missing = accreditedSystems.filter(({ id }) => !named.has(id));
  if (named.size === 0 || missing.length === 0) return null;
  const notNamed = missing.filter(({ certainty }) => certainty !== 'unsure').map(({ id }) => id);
  const notKnown = missing.filter(({ certainty }) => certainty === 'unsure').map(({ id }) => id);
  const systems = accreditedSystems.map((system) => ({ ...system, isNamed: named.has(system.id) }));
  return { because: because(messageFor(owner, notNamed.length > 0)), notNamed, notKnown, systems };
}

/** the systems that routes name. Another accredited system beside one that is named is every other one. */
function namedBy(routes: readonly Route[]): ReadonlySet<SystemId> {
  const own = routes.flatMap((route) => systemOf[route] ?? []);
  if (!routes.includes('OTHER_ACCREDITED_SYSTEM')) return new Set(own);
  return new Set(own.length > 0 ? accreditedSystems.map(({ id }) => id) : withoutRoute);
}

function messageFor(owner: Owner, leavesOneOut: boolean): MessageWith<never> {
  if (owner === 'NOT_GIVEN') return leavesOneOut ? 'tender-warning-owner-not-given' : 'tender-warning-owner-not-given-not-known';
  return leavesOneOut ? 'tender-warning' : 'tender-warning-not-known';
}
