import type { Day } from '../calendar.ts';
import { because, type Decision, found, notFound, type Reason } from '../decision.ts';
import { viewCertificates } from '../standing/certificate-state.ts';
import { type AccountHistory, readHistory } from '../standing/history.ts';
import { type Standing, type StandingDecision, standingOn } from '../standing/standing.ts';
import type { AuditFact, CycleFacts } from './facts.ts';
import { readFirstCertification } from './first-certification.ts';
import { auditsKnownOn, toolDay, usesToolInForce } from './known-audit.ts';
import type { Stage, Step } from './stage.ts';
import { certificateStep } from './stage-of-certificate.ts';
import { firstCertificationStep } from './stage-of-first-certification.ts';

export type { AuditFact, AuditType, CycleFacts } from './facts.ts';
export type { CertifiedStage, FirstCertificationStage, Stage } from './stage.ts';

/** Where an account is in the certification process on a day, with every clause consulted: those of its standing, then those of its audits. */
export function stageOn(facts: CycleFacts, on: Day): Decision<Stage> {
  const history = readHistory(facts);
  const standing = standingOn(history, on);
  if (standing.outcome === 'REVOKED') return { outcome: 'REVOKED', on, reasons: standing.reasons };
  return underCertificate(facts, history, standing) ?? onTheWay(facts, history, standing) ?? withoutProcess(standing);
}

/** G-2.4.n: a COR certificate is certified or pending. */
function underCertificate({ audits }: CycleFacts, history: AccountHistory, standing: StandingDecision): Decision<Stage> | null {
  const views = viewCertificates(history, standing.on);
  const view = views.find(({ life, state }) => !life.isEquivalency && (state === 'CERTIFIED' || state === 'PENDING'));
  if (!view) return null;
  const { number, issuedOn } = view.life.certificate;
  const step = certificateStep(view, audits, standing.on);
  const tools = toolReasons(audits, standing.on, (day) => day > issuedOn);
  return joined(
    standing,
    { stage: step.stage, reasons: [...tools, ...step.reasons] },
    ({ clause, holds, because: { values } }) => holds && values.certificate === number && view.decidedBy.includes(clause),
  );
}

/** G-2.1.b: a registration is in effect, and no certificate is certified or pending. */
function onTheWay({ audits }: CycleFacts, history: AccountHistory, standing: StandingDecision): Decision<Stage> | null {
  const reading = standing.outcome === 'CERTIFIED' ? null : readFirstCertification(audits, history, standing.on);
  if (!reading) return null;
  const { confirmedOn } = reading.registration;
  const { stage, reasons } = firstCertificationStep(reading, standing.on);
  const registered = standing.outcome === 'REGISTERED' ? [] : [found('G-2.1.b', because('registered', { confirmedOn }))];
  const tools = toolReasons(audits, standing.on, (day) => day >= confirmedOn);
  return joined(standing, { stage, reasons: [...registered, ...tools, ...reasons] }, () => false);
}

/** COR 2020 is compulsory for initial internal audits received, and external audits completed, from its days on. */
function toolReasons(audits: readonly AuditFact[], on: Day, isInCycle: (day: Day) => boolean): readonly Reason[] {
  const bound = auditsKnownOn(audits, on, 'INITIAL_INTERNAL', 'EXTERNAL').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return bound.flatMap((audit) => {
    const day = toolDay(audit);
    if (day === null || !isInCycle(day)) return [];
    if (usesToolInForce(audit)) return [notFound('X-4', because('audit-tool-in-force', { day, tool: audit.tool }))];
    return [found('X-4', because('audit-tool-outdated', { day }))];
  });
}

/** The reasons of the standing and of the process; if the process has none that decide, those of the standing do. */
function joined(standing: StandingDecision, { stage, reasons }: Step, decides: (reason: Reason) => boolean): Decision<Stage> {
  const processDecides = reasons.some((reason) => reason.decides);
  const before = standing.reasons.map((reason): Reason => ({ ...reason, decides: !processDecides && decides(reason) }));
  return { outcome: stage, on: standing.on, reasons: [...before, ...reasons] };
}

const stagesOfStanding: Readonly<Record<Exclude<Standing, 'PENDING' | 'REGISTERED'>, Stage>> = {
  REVOKED: 'REVOKED',
  CERTIFIED: 'EQUIVALENCY_RUNNING',
  BIDDING_ONLY: 'BIDDING_ONLY',
  CERTIFICATION_LOST: 'CERTIFICATION_LOST',
  EXPIRED: 'EQUIVALENCY_EXPIRED',
  NOT_REGISTERED: 'NOT_REGISTERED',
};

/** no certification process is under way, so the stage follows from the standing. */
function withoutProcess({ outcome, on, reasons }: StandingDecision): Decision<Stage> {
  if (outcome === 'PENDING' || outcome === 'REGISTERED') throw new Error(`a standing of ${outcome} has a process of its own`);
  return { outcome: stagesOfStanding[outcome], on, reasons };
}
