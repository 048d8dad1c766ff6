import type { Day } from '../calendar.ts';
import { cor2020ForExternalAudits, cor2020ForInternalAudits, valueOn } from '../parameters.ts';
import type { AuditFact, AuditType } from './facts.ts';

/** An audit as it is known on a day: a day is null until it has come, and so is the result until the report. */
export type KnownAudit = Omit<AuditFact, 'closedOn'>;

/** The audits of some types as known on a day. */
export const auditsKnownOn = (audits: readonly AuditFact[], on: Day, ...types: readonly AuditType[]): readonly KnownAudit[] =>
  audits.filter(({ type }) => types.includes(type)).map((audit) => knownOn(audit, on));

/** where a day is missing, the next one that is recorded stands for it. */
function knownOn({ closedOn, ...audit }: AuditFact, on: Day): KnownAudit {
  const reportedOn = audit.reportedOn ?? closedOn;
  const receivedOn = audit.receivedOn ?? reportedOn;
  const completedOn = audit.completedOn ?? receivedOn;
  const startedOn = audit.startedOn ?? completedOn;
  const byNow = (day: Day | null): Day | null => (day !== null && day <= on ? day : null);
  return {
    ...audit,
    startedOn: byNow(startedOn),
    completedOn: byNow(completedOn),
    receivedOn: byNow(receivedOn),
    reportedOn: byNow(reportedOn),
    passed: byNow(reportedOn) === null ? null : audit.passed,
  };
}

/** The last of some audits by a day of theirs; of one day that with the greater id. Audits without the day are none. */
export function lastBy(audits: readonly KnownAudit[], dayOf: (audit: KnownAudit) => Day | null): KnownAudit | null {
  const keyed = audits.flatMap((audit) => {
    const day = dayOf(audit);
    return day === null ? [] : [{ audit, key: `${day} ${audit.id}` }];
  });
  return keyed.reduce<(typeof keyed)[number] | null>((last, one) => (last && last.key > one.key ? last : one), null)?.audit ?? null;
}

/** whether the tool of an initial internal audit could be used when it was received, that of an external one when it was completed. */
export function usesToolInForce(audit: KnownAudit): boolean {
  const day = toolDay(audit);
  if (audit.tool === 'COR_2020' || day === null) return true;
  return !valueOn(audit.type === 'EXTERNAL' ? cor2020ForExternalAudits : cor2020ForInternalAudits, day);
}

/** The day on which the tool is asked about; null where no tool is compulsory. */
export function toolDay({ type, receivedOn, completedOn }: KnownAudit): Day | null {
  if (type === 'EXTERNAL') return completedOn;
  return type === 'INITIAL_INTERNAL' ? receivedOn : null;
}
