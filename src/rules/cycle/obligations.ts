import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { type CertificateView, viewCertificates } from '../standing/certificate-state.ts';
import {
  type AccountHistory,
  type BiddingDocumentHistory,
  isBiddingDocumentInForce,
  readHistory,
  registrationStands,
} from '../standing/history.ts';
import { appealDuties } from './duties-of-appeal.ts';
import { applicationDuties } from './duties-of-application.ts';
import { certificateDuties } from './duties-of-certificate.ts';
import { firstCertificationDuties } from './duties-of-first-certification.ts';
import { goodStandingDuties, takesPart } from './duties-of-good-standing.ts';
import { feeDuty } from './duties-of-internal-audit.ts';
import { exemptionDuties, peopleDuties } from './duties-of-people.ts';
import { planDuties } from './duties-of-plans.ts';
import { spotCheckDuties } from './duties-of-spot-check.ts';
import type { CycleFacts } from './facts.ts';
import { readFirstCertification } from './first-certification.ts';
import { type Duty, type Obligation, obligationsFrom } from './obligation.ts';

export type { Obligation, ObligationKind, ObligationState, Party } from './obligation.ts';

/** What is due by when, by whom and under which clauses, and whether it is upcoming, due, overdue or done, in order of the due days. */
export function obligationsOn(facts: CycleFacts, on: Day): readonly Obligation[] {
  const history = readHistory(facts);
  const views = viewCertificates(history, on);
  const isCertified = views.some(({ life, state }) => !life.isEquivalency && (state === 'CERTIFIED' || state === 'PENDING'));
  const reading = isCertified ? null : readFirstCertification(facts.audits, history, on);
  const duties = [
    ...applicationDuties(facts.applications ?? [], on),
    ...exemptionDuties(facts.people ?? [], on),
    ...views.flatMap((view) => viewDuties(view, facts, history, on)),
    ...(reading ? firstCertificationDuties(reading, on) : []),
    ...(reading || isCertified ? [...feeDuty(facts.audits, on), ...planDuties(facts.audits, on)] : []),
    ...checkDuties(history, views, on),
    ...appealDutiesOf(facts, views, on),
    ...goodStandingDuties(facts, history, views, on),
    ...(takesPart(history, views, on) ? peopleDuties(facts.people ?? [], on) : []),
    ...(isCertified ? [] : biddingDuties(history, on)),
  ];
  return obligationsFrom(duties, on);
}

/** The obligations of one certificate in play, by its kind and its state. */
function viewDuties({ life, state }: CertificateView, { audits }: CycleFacts, history: AccountHistory, on: Day): readonly Duty[] {
  return [
    ...(life.isEquivalency ? [] : certificateDuties(life, history, audits, on)),
    ...(life.isEquivalency && state === 'CERTIFIED' ? [equivalencyDuty(life)] : []),
    ...(state === 'LOST' ? startingOverDuty(life, history, on) : []),
  ];
}

/** R-20, G-6.1.a, G-6.2.a: an equivalency certificate ends after its year; its renewal is a new request. */
const equivalencyDuty = ({ certificate: { number: certificate, basis, issuedOn }, lastDay: dueOn }: CertificateView['life']): Duty => ({
  kind: 'EQUIVALENCY_RENEWAL',
  of: [certificate],
  by: 'ORGANIZATION',
  clauses: ['R-20', basis === 'ISO_45001_EQUIVALENCY' ? 'G-6.1.a' : 'G-6.2.a'],
  arisesOn: issuedOn,
  dueOn,
  lastDay: dueOn,
  doneOn: null,
  because: because('owe-equivalency-renewal', { certificate, dueOn }),
});

/** after a loss the process starts again with a new registration. */
function startingOverDuty({ certificate, loss }: CertificateView['life'], { registrations }: AccountHistory, on: Day): readonly Duty[] {
  if (loss === null) return [];
  const again = registrations.find(
    (each) => each.registration.confirmedOn >= loss.on && each.registration.confirmedOn <= on && registrationStands(each, on),
  );
  return [
    {
      kind: 'STARTING_OVER',
      of: [certificate.number],
      by: 'ORGANIZATION',
      clauses: ['R-13', loss.clause],
      arisesOn: loss.on,
      dueOn: null,
      lastDay: null,
      doneOn: again?.registration.confirmedOn ?? null,
      because: because('owe-starting-over', { lostOn: loss.on }),
    },
  ];
}

/** G-4.4.b: the checks received since the oldest certificate in play was issued, and older ones that are still open. */
function checkDuties({ checks }: AccountHistory, views: readonly CertificateView[], on: Day): readonly Duty[] {
  const [since] = views.map(({ life }) => life.certificate.issuedOn).sort();
  return checks.flatMap((binding) => {
    const duties = spotCheckDuties(binding, on);
    const isOfBefore = since !== undefined && binding.check.receivedOn < since;
    return isOfBefore && duties.every(({ doneOn }) => doneOn !== null) ? [] : duties;
  });
}

/** G-7.b to G-7.d: the appeals filed since the oldest certificate in play was issued, and older ones that are not done with. */
function appealDutiesOf({ appeals = [] }: CycleFacts, views: readonly CertificateView[], on: Day): readonly Duty[] {
  const [since] = views.map(({ life }) => life.certificate.issuedOn).sort();
  return appeals.flatMap((appeal) => {
    const duties = appealDuties(appeal, on);
    const isOfBefore = since !== undefined && (appeal.levels[0]?.filedOn ?? '') < since;
    return isOfBefore && duties.every(({ doneOn }) => doneOn !== null) ? [] : duties;
  });
}

/** F-16.b, G-5.b, R-18: what follows if the bid is won, while the document is in force. */
const biddingDuties = ({ biddingDocuments }: AccountHistory, on: Day): readonly Duty[] =>
  biddingDocuments
    .filter((issued) => issued.document.issuedOn <= on && isBiddingDocumentInForce(issued, on))
    .map(({ document: { number: document }, lastDay }: BiddingDocumentHistory) => ({
      kind: 'AUDITS_AFTER_WON_BID',
      of: [document],
      by: 'ORGANIZATION',
      clauses: ['F-16.b', 'G-5.b', 'R-18'],
      arisesOn: null,
      dueOn: null,
      lastDay,
      doneOn: null,
      because: because('owe-audits-after-won-bid', { document }),
    }));
