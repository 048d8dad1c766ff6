import type { Day } from '../calendar.ts';
import { type Because, because, deciding, found, notFound, type Reason } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import type { MessageWith } from '../messages/messages.ts';
import { cureOf } from './cure.ts';
import {
  type AskedDay,
  isOfRoute,
  type OtherCertificate,
  type PresentedDocument,
  type Requirement,
  type Route,
  type ShownDay,
} from './route.ts';

export type { AskedDay, OtherCertificate, PresentedDocument, Requirement, Route, ShownDay, StandingRegistration } from './route.ts';

export type RequirementOutcome = 'MET' | 'NOT_MET' | 'CANNOT_SAY';

/** Whether an account meets a requirement on a day: by which route and document, or what would cure it, or who can say. */
export interface RequirementDecision {
  readonly outcome: RequirementOutcome;
  readonly route: Route | null;
  readonly document: string | null;
  readonly reasons: readonly Reason[];
  readonly cure: Because | null;
  readonly ask: Because | null;
}

interface Finding {
  readonly route: Route;
  /** Null if it is not known here. */
  readonly isMet: boolean | null;
  readonly document: string | null;
  readonly reason: Reason;
}

/** the first accepted route that is met decides; else one that is not known here; else none is met. A cure is what someone who asks today can still do. */
export function checkRequirement(requirement: Requirement, shown: ShownDay, { on, today }: AskedDay): RequirementDecision {
  const findings = requirement.routes.map((route) => finding(route, requirement, shown, on));
  const met = findings.find(({ isMet }) => isMet === true);
  const open = findings.find(({ isMet }) => isMet === null);
  const decisive = met ?? open;
  const reasons = findings.map((each) => (decisive === undefined || each === decisive ? deciding(each.reason) : each.reason));
  if (met) return { outcome: 'MET', route: met.route, document: met.document, reasons, cure: null, ask: null };
  const none = { route: null, document: null, reasons };
  if (open) return { ...none, outcome: 'CANNOT_SAY', cure: null, ask: because(whoCanSay[open.route] ?? 'tender-ask-bidder') };
  return { ...none, outcome: 'NOT_MET', cure: cureOf(requirement, shown, { on, today }), ask: null };
}

const whoCanSay: Readonly<Partial<Record<Route, MessageWith<never>>>> = {
  SOSE_RECOGNITION: 'tender-ask-ministry',
  REGISTRATION: 'tender-ask-for-confirmation',
  RECIPROCITY: 'tender-ask-for-letter',
};

/** The clause by which each route is met or not. */
const clauses: Readonly<Record<Route, ClauseId>> = {
  COR: 'G-2.4.h',
  COR_2020_ROUTE: 'X-20',
  ISO_45001_ROUTE: 'G-6.1.a',
  MLITSD_ROUTE: 'G-6.2.a',
  RECIPROCITY: 'G-5.a',
  REGISTRATION: 'X-8',
  SOSE_RECOGNITION: 'X-1',
  OTHER_ACCREDITED_SYSTEM: 'X-19',
};

function finding(route: Route, requirement: Requirement, shown: ShownDay, on: Day): Finding {
  if (route === 'OTHER_ACCREDITED_SYSTEM') return notKnown(route);
  if (route === 'SOSE_RECOGNITION') return shown.recognition === null ? notKnown(route) : met(route, shown.recognition, on);
  if (route === 'RECIPROCITY') return byReciprocity(requirement, shown, on);
  if (route === 'REGISTRATION') return byRegistration(shown, on);
  return byCertificate(route, requirement, shown, on);
}

const notKnown = (route: Route): Finding => ({
  route,
  isMet: null,
  document: null,
  reason: notFound(clauses[route], because('tender-route-not-known', { route })),
});

const met = (route: Route, document: string | null, on: Day): Finding => ({
  route,
  isMet: true,
  document,
  reason: found(clauses[route], because('tender-route-met', { route, on })),
});

const missed = (route: Route, clause: ClauseId, why: Because): Finding => ({
  route,
  isMet: false,
  document: null,
  reason: notFound(clause, why),
});

/** G-2.4.n: pending counts as certified, unless the tender asks for more. */
function byCertificate(route: Route, { isPendingAccepted }: Requirement, shown: ShownDay, on: Day): Finding {
  if (shown.standing !== 'CERTIFIED' && shown.standing !== 'PENDING')
    return missed(route, clauses[route], because('tender-route-missed', { route, standing: shown.standing, on }));
  if (shown.standing === 'PENDING' && !isPendingAccepted) return missed(route, 'G-2.4.n', because('tender-pending-not-accepted', { on }));
  return isOfRoute(route, shown) ? met(route, shown.certificate, on) : byOtherCertificate(route, shown.otherCertificate, on);
}

/** each certificate has a state of its own; one that is not shown meets its route too. */
function byOtherCertificate(route: Route, other: OtherCertificate | null, on: Day): Finding {
  if (other !== null && isOfRoute(route, other)) return met(route, other.number, on);
  if (other?.standard === null && route === 'COR_2020_ROUTE') return notKnown(route);
  return missed(route, clauses[route], because('tender-other-certificate', { route }));
}

/** G-5.a: for bidding only; F-16.b: the winner registers and is audited. */
function byReciprocity({ isForContract }: Requirement, shown: ShownDay, on: Day): Finding {
  const presented = presentedFor('RECIPROCITY', shown);
  const document = shown.standing === 'BIDDING_ONLY' ? shown.biddingDocument : presented?.inEffect ? presented.number : null;
  if (isForContract && (document !== null || shown.standing === 'NO_CURRENT_CERTIFICATION'))
    return missed('RECIPROCITY', 'F-16.b', because('tender-for-bidding-only'));
  if (document !== null) return met('RECIPROCITY', document, on);
  // A document that is not shown may still be in effect.
  if (shown.standing === 'NO_CURRENT_CERTIFICATION' && !shown.seesBiddingDocuments) return notShown('RECIPROCITY', presented, on);
  return missed('RECIPROCITY', 'G-5.a', because('tender-route-missed', { route: 'RECIPROCITY', standing: shown.standing, on }));
}

/**
 * G-2.1.b, X-8: registered and pursuing, as its confirmation or letter of intent says; a certified account is beyond that. X-7: a registration that is not
 * shown may still exist, also beneath a bidding-only document.
 */
function byRegistration(shown: ShownDay, on: Day): Finding {
  const { standing, certificate, registration, areRegistrationsKnown } = shown;
  const presented = presentedFor('REGISTRATION', shown);
  const document = presented?.inEffect ? presented.number : (registration?.document ?? null);
  if (standing === 'REGISTERED' || standing === 'CERTIFIED' || standing === 'PENDING')
    return met('REGISTRATION', certificate ?? document, on);
  if (presented?.inEffect || registration !== null) return met('REGISTRATION', document, on);
  const isHidden = standing === 'NO_CURRENT_CERTIFICATION' && !(shown.seesRegistrations && shown.seesBiddingDocuments);
  if ((standing === 'BIDDING_ONLY' && !areRegistrationsKnown) || isHidden) return notShown('REGISTRATION', presented, on);
  return missed('REGISTRATION', 'X-8', because('tender-route-missed', { route: 'REGISTRATION', standing, on }));
}

const presentedFor = (route: PresentedDocument['route'], { presented }: ShownDay): PresentedDocument | null =>
  presented?.route === route ? presented : null;

/** a document that is not in effect proves nothing of another. */
function notShown(route: PresentedDocument['route'], presented: PresentedDocument | null, on: Day): Finding {
  if (presented === null) return notKnown(route);
  const why = because('tender-document-not-in-effect', { document: presented.number, route, on });
  return { ...notKnown(route), reason: notFound(clauses[route], why) };
}
