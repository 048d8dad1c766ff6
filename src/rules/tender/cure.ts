import { addDays } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import { valueOn } from '../parameter.ts';
import { equivalencyReviewDays } from '../parameters.ts';
import { type AskedDay, isOfRoute, type Requirement, type Route, type ShownDay } from './route.ts';

const byCertificate: ReadonlySet<Route> = new Set<Route>(['COR', 'COR_2020_ROUTE', 'ISO_45001_ROUTE', 'MLITSD_ROUTE']);

/**
 * What would cure a requirement that is not met, and by when: the missing letter of a pending account, the move of a COR account to COR 2020, else
 * the document of the likeliest route that is accepted. A document counts from its own day, so nothing issued after the day asked about cures it.
 */
export function cureOf(requirement: Requirement, shown: ShownDay, { on, today }: AskedDay): Because {
  const { routes, isForContract } = requirement;
  const [route] = routes.filter((each) => each !== 'RECIPROCITY' || !isForContract);
  if (route === undefined) return because('tender-cure-none');
  if (on < today) return because('tender-cure-past', { on });
  const ofCertificates = routes.filter((route) => byCertificate.has(route));
  // a letter counts from its own day, and so does a certificate.
  if (shown.standing === 'PENDING' && ofCertificates.some((each) => isOfRoute(each, shown))) return because('tender-cure-pending', { on });
  if (shown.standard === 'COR' && routes.includes('COR_2020_ROUTE')) return because('tender-cure-standard', { on });
  return cureBy(route, shown, { on, today });
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
