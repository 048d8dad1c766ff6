import { addDays } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import { valueOn } from '../parameter.ts';
import { equivalencyReviewDays } from '../parameters.ts';
import { type AskedDay, isOfRoute, type Requirement, type Route, type ShownDay } from './route.ts';

const byCertificate: ReadonlySet<Route> = new Set<Route>(['COR', 'COR_2020_ROUTE', 'ISO_45001_ROUTE', 'MLITSD_ROUTE']);

/**
 * What would cure a requirement that is not met, and by when: the missing letter of a pending account, the move of a COR account to COR 2020, else
 * the document of the likeliest route that is accepted.
 */
export function cureOf(requirement: Requirement, shown: ShownDay, { on, today }: AskedDay): Because {
  const { routes, isForContract } = requirement;
  const ofCertificates = routes.filter((route) => byCertificate.has(route));
  if (shown.standing === 'PENDING' && shown.holdsUntil !== null && ofCertificates.some((route) => isOfRoute(route, shown)))
    return because('tender-cure-pending', { holdsUntil: shown.holdsUntil });
  if (shown.standard === 'COR' && routes.includes('COR_2020_ROUTE')) return because('tender-cure-standard', { on });
  const [route] = routes.filter((each) => each !== 'RECIPROCITY' || !isForContract);
  return route === undefined ? because('tender-cure-none') : cureBy(route, shown, { on, today });
}

function cureBy(route: Route, { standing }: ShownDay, { on, today }: AskedDay): Because {
  if (route === 'RECIPROCITY') return because('tender-cure-reciprocity', { on });
  if (route === 'REGISTRATION') return because('tender-cure-registration', { on });
  if (route === 'ISO_45001_ROUTE' || route === 'MLITSD_ROUTE') return cureByEquivalency(route, { on, today });
  return because(standing === 'BIDDING_ONLY' ? 'tender-cure-bidding-only' : 'tender-cure-certificate', { on });
}

/** IHSA's review takes 30 days from a complete request; a day that has passed is no advice. */
function cureByEquivalency(route: Route, { on, today }: AskedDay): Because {
  const submitBy = addDays(on, -valueOn(equivalencyReviewDays, on));
  return submitBy < today
    ? because('tender-cure-equivalency-late', { route, on })
    : because('tender-cure-equivalency', { route, on, submitBy });
}
