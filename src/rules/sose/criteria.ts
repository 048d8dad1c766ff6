import { addYears, type Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import { soseConvictionYears, valueOn } from '../parameters.ts';
import {
  type Asked,
  type Criterion,
  criterionOf,
  type Evidence,
  type Found,
  type Holder,
  met,
  notKnown,
  notMet,
  type Stated,
  statement,
} from './criterion.ts';
import type { CountedAudit, Way } from './evidence.ts';
import type { ActionPlanFact, SoseFacts } from './facts.ts';

/** The criteria of recognition under SOSE, in the order in which they are answered. */
export type SoseCriterionKind =
  | 'ACCREDITED_SYSTEM'
  | 'CERTIFICATE'
  | 'THIRD_PARTY_AUDIT'
  | 'AUDIT_IN_TIME'
  | 'CERTIFICATION_BODY'
  | 'LEAD_AUDITOR'
  | 'AUDIT_CLOSED'
  | 'SOSE_ACTION_PLAN'
  | 'NO_CONVICTION'
  | 'NO_PROSECUTION'
  | 'WORKER_PARTICIPATION';

export type SoseCriterion = Criterion<SoseCriterionKind>;

/** Who has the facts about a system: IHSA for its own program, otherwise the body that certified it. */
export const holdersOf = ({ system, cor }: Way): readonly Holder[] => {
  if (cor) return ['IHSA'];
  return system === null ? ['CERTIFICATION_BODY', 'APPLICANT'] : ['CERTIFICATION_BODY'];
};

/** W.1, F-23, F-17: the system is accredited; COR 2020, ISO 45001 and CSA Z45001 are, the older COR is not. */
export const systemCriterion = (way: Way, on: Day): SoseCriterion =>
  criterionOf(
    { criterion: 'ACCREDITED_SYSTEM', clauses: ['W.1'], heldBy: holdersOf(way), missing: because('sose-need-system') },
    systemFound(way, on),
  );

function systemFound(way: Way, on: Day): Found {
  const { system, equivalency, cor } = way;
  const evidence = certificateEvidence(way, on);
  if (system === null) return notKnown(because('sose-system-unknown'));
  if (system === 'OTHER_SYSTEM') return { ...notKnown(because('sose-system-not-listed'), ...evidence), heldBy: ['MINISTRY'] };
  if (system === 'COR' && cor) {
    const { number: certificate } = cor.life.certificate;
    return { ...notMet(because('sose-system-older-cor', { certificate }), ...evidence), also: ['F-17', 'F-23'] };
  }
  if (system === 'COR_2020') return { ...met(because('sose-system-accredited', { system }), ...evidence), also: ['F-23'] };
  if (!equivalency) return met(because('sose-system-accredited', { system }), ...evidence);
  const { number: certificate, issuedOn } = equivalency.life.certificate;
  return { ...met(because('sose-system-by-equivalency', { certificate, issuedOn, system }), ...evidence), also: ['R-24'] };
}

function certificateEvidence({ cor, equivalency, brought }: Way, on: Day): readonly Evidence[] {
  const ours = [cor, equivalency].flatMap((view) => (view ? [view.life.certificate] : []));
  const theirs = brought?.certificate && brought.certificate.issuedOn <= on ? [brought.certificate] : [];
  return [
    ...ours.map(({ number, issuedOn }) => ({ kind: 'CERTIFICATE' as const, key: number, on: issuedOn, broughtBy: null })),
    ...theirs.map(({ number, issuedOn }) => ({
      kind: 'CERTIFICATE' as const,
      key: number,
      on: issuedOn,
      broughtBy: brought?.broughtBy ?? null,
    })),
  ];
}

/** X-1b: COR-certified is not SOSE-ready: an approved action plan whose corrections a third party checked. Asked of IHSA's program only. */
export const actionPlanCriterion = (way: Way, audit: CountedAudit | null, facts: SoseFacts, on: Day): SoseCriterion =>
  criterionOf(
    { criterion: 'SOSE_ACTION_PLAN', clauses: ['X-1b'], heldBy: ['IHSA'], missing: because('sose-need-plan') },
    way.cor || way.system === null ? planFound(facts, audit, on) : met(because('sose-plan-not-asked')),
  );

function planFound({ actionPlans }: SoseFacts, audit: CountedAudit | null, on: Day): Found {
  const ids = audit ? [audit.id, audit.reAudit?.id] : [];
  const plans = actionPlans
    .filter((plan) => ids.includes(plan.audit))
    .sort(byCheck)
    .map((plan) => judgedPlan(plan, on));
  const best = (['MET', 'NOT_KNOWN_HERE', 'NOT_MET'] as const).map((finding) => plans.find((plan) => plan.finding === finding));
  return best.find((plan) => plan !== undefined) ?? notKnown(because('sose-plan-none'));
}

/** The plan checked last comes first, so that the order of the facts does not matter. */
const byCheck = (a: ActionPlanFact, b: ActionPlanFact): number =>
  `${a.checkedOn ?? ''} ${a.approvedOn ?? ''} ${a.checkedBy ?? ''}` > `${b.checkedOn ?? ''} ${b.approvedOn ?? ''} ${b.checkedBy ?? ''}`
    ? -1
    : 1;

/** By whom and on which day the plan was approved, then by whom and on which day its corrections were checked. */
function judgedPlan(plan: ActionPlanFact, on: Day): Found {
  const { approvedOn, approvedBy, checkedOn, checkedBy, byThirdParty } = plan;
  const evidence = planEvidence(plan, on);
  if (approvedOn !== null && approvedOn > on) return notMet(because('sose-plan-approved-later', { approvedOn }));
  if (checkedOn !== null && checkedOn > on) return notMet(because('sose-plan-checked-later', { checkedOn }), ...evidence);
  if (byThirdParty === false) return notMet(because('sose-plan-own-check'), ...evidence);
  if (approvedOn === null || approvedBy === null) return notKnown(because('sose-plan-not-approved'), ...evidence);
  const approved = { approvedBy, approvedOn };
  if (checkedOn === null || checkedBy === null || byThirdParty === null) {
    return notKnown(because('sose-plan-not-checked', approved), ...evidence);
  }
  return met(because('sose-plan-checked', { ...approved, checkedBy, checkedOn }), ...evidence);
}

function planEvidence({ audit, approvedOn, checkedOn, broughtBy }: ActionPlanFact, on: Day): readonly Evidence[] {
  const of = (kind: 'ACTION_PLAN' | 'CORRECTIONS_CHECK', day: Day | null): readonly Evidence[] =>
    day !== null && day <= on ? [{ kind, key: audit, on: day, broughtBy }] : [];
  return [...of('ACTION_PLAN', approvedOn), ...of('CORRECTIONS_CHECK', checkedOn)];
}

/** what the ministry knows about the employer, and the employer's own commitment. */
export const conductCriteria = (facts: SoseFacts, on: Day): readonly SoseCriterion[] => [
  criterionOf(conduct('NO_CONVICTION', ['MINISTRY'], because('sose-need-no-conviction')), convictionFound(facts, on)),
  criterionOf(conduct('NO_PROSECUTION', ['MINISTRY'], because('sose-need-no-prosecution')), prosecutionFound(facts)),
  criterionOf(conduct('WORKER_PARTICIPATION', ['APPLICANT', 'MINISTRY'], because('sose-need-participation')), participationFound(facts)),
];

const conduct = (criterion: SoseCriterionKind, heldBy: readonly Holder[], missing: Because): Asked<SoseCriterionKind> => ({
  criterion,
  clauses: ['X-1'],
  heldBy,
  missing,
});

/**
 * a conviction counts to the same day three years later, that day included. Later ones do not exist for the application. That there is none, only
 * the ministry can say; a conviction that anybody else states counts against the employer.
 */
function convictionFound({ convictions }: SoseFacts, on: Day): Found {
  if (!convictions) return notKnown(because('sose-convictions-unknown'));
  const years = valueOn(soseConvictionYears, on);
  const last = convictions.value
    .filter((day) => day <= on)
    .sort()
    .at(-1);
  const said = statement('convictions', convictions, last ?? null);
  if (last === undefined || on > addYears(last, years)) {
    const { broughtBy } = convictions;
    return broughtBy === 'MINISTRY'
      ? met(because('sose-no-conviction'), said)
      : notKnown(because('sose-no-conviction-stated', { broughtBy }), said);
  }
  return notMet(because('sose-convicted', { convictedOn: last, lastDay: addYears(last, years) }), said);
}

/** that no prosecution is under way, only the ministry can say. */
function prosecutionFound({ prosecutionUnderWay }: SoseFacts): Found {
  if (!prosecutionUnderWay) return notKnown(because('sose-prosecution-unknown'));
  const { value, broughtBy } = prosecutionUnderWay;
  const said = statement('prosecutionUnderWay', prosecutionUnderWay);
  if (value) return notMet(because('sose-prosecution'), said);
  return broughtBy === 'MINISTRY'
    ? met(because('sose-no-prosecution'), said)
    : notKnown(because('sose-no-prosecution-stated', { broughtBy }), said);
}

const participationFound = ({ workerParticipation }: SoseFacts): Found =>
  statedFound(workerParticipation, 'workerParticipation', {
    yes: because('sose-participation'),
    no: because('sose-no-participation'),
    unknown: because('sose-participation-unknown'),
  });

/** What a statement of yes or no means for a criterion. */
export function statedFound(
  stated: Stated<boolean> | null,
  key: string,
  says: { readonly yes: Because; readonly no: Because; readonly unknown: Because },
): Found {
  if (!stated) return notKnown(says.unknown);
  const said = statement(key, stated);
  return stated.value ? met(says.yes, said) : notMet(says.no, said);
}
