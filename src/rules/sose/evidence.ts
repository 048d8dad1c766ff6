import type { Day } from '../calendar.ts';
import type { AuditInCycle } from '../cycle/facts.ts';
import { passesOn } from '../cycle/known-audit.ts';
import type { Standard } from '../facts.ts';
import { revocationStands } from '../standing/certificate-life.ts';
import { type CertificateView, isHeld, viewCertificates } from '../standing/certificate-state.ts';
import { readHistory } from '../standing/history.ts';
import type { Holder } from './criterion.ts';
import type { BodyKind, SoseFacts, SoseSystem, SystemAuditFact, SystemFact } from './facts.ts';

/** A third party's audit as known on the application day: a day that has not come by then counts as not recorded. */
export interface CountedAudit {
  readonly id: string;
  readonly completedOn: Day;
  readonly closedOn: Day | null;
  readonly byThirdParty: boolean;
  readonly verified: boolean | null;
  /** The tool of an audit of IHSA's program. */
  readonly tool: Standard | null;
  /** The re-audit that passed after the external audit had failed. */
  readonly reAudit: { readonly id: string; readonly completedOn: Day } | null;
  readonly body: { readonly name: string; readonly kind: BodyKind } | null;
  readonly broughtBy: Holder | null;
}

/** One system of the employer with what is known about it on the application day: what an application could rest on. */
export interface Way {
  /** Null if no system is known. */
  readonly system: SoseSystem | null;
  /** The account's COR or COR 2020 certificate, not superseded. */
  readonly cor: CertificateView | null;
  /** First day of the account's revocation in effect, whatever the system. */
  readonly revokedFrom: Day | null;
  /** The equivalency certificate, in force on the day, that IHSA granted because of this system. */
  readonly equivalency: CertificateView | null;
  /** What others reported about the system. */
  readonly brought: SystemFact | null;
  /** The audits completed by the application day; later ones do not exist for it. */
  readonly audits: readonly CountedAudit[];
  /** Where no system is known: the last external audit on record, which earned no certificate. */
  readonly uncertified: CountedAudit | null;
}

/** Every way in which the employer could apply; never empty. */
export function waysOn(facts: SoseFacts, on: Day): readonly Way[] {
  const history = readHistory(facts.account);
  const views = viewCertificates(history, on);
  const revokedFrom = history.revocations.find((revocation) => revocationStands(revocation, on))?.from ?? null;
  const cor = views.find(({ life }) => !life.isEquivalency);
  const equivalency = revokedFrom === null ? (views.find(isRunningEquivalency) ?? null) : null;
  const ways = [...(cor ? [corWay(cor, facts.account.audits, on)] : []), ...otherWays(facts.systems, equivalency, on)];
  const [uncertified] = externalAudits(facts.account.audits, null, on);
  return (ways.length > 0 ? ways : [{ ...nothing, uncertified: uncertified ?? null }]).map((way) => ({ ...way, revokedFrom }));
}

const isRunningEquivalency = ({ life, state }: CertificateView): boolean => life.isEquivalency && state === 'CERTIFIED';

const nothing: Way = { system: null, cor: null, revokedFrom: null, equivalency: null, brought: null, audits: [], uncertified: null };

/** F-23, R-14: the account's own certification, to the standard that it has on the day. */
function corWay(cor: CertificateView, audits: readonly AuditInCycle[], on: Day): Way {
  const { certificate, transitionLetter } = cor.life;
  const system = isHeld(transitionLetter, cor.life, on) ? 'COR_2020' : certificate.standard;
  return { ...nothing, system, cor, audits: externalAudits(audits, certificate.issuedOn, on) };
}

/** a system on which IHSA's equivalency rests is known to the registry, even if nothing else was reported about it. */
function otherWays(systems: readonly SystemFact[], equivalency: CertificateView | null, on: Day): readonly Way[] {
  const equivalent = equivalency && systemBehind(equivalency);
  const brought = systems.map((fact): Way => {
    const behind = fact.system === equivalent ? equivalency : null;
    return { ...nothing, system: fact.system, equivalency: behind, brought: fact, audits: broughtAudits(fact, on) };
  });
  if (!equivalent || systems.some(({ system }) => system === equivalent)) return brought;
  return [...brought, { ...nothing, system: equivalent, equivalency }];
}

const systemBehind = ({ life }: CertificateView): SystemFact['system'] =>
  life.certificate.basis === 'ISO_45001_EQUIVALENCY' ? 'ISO_45001' : 'OTHER_SYSTEM';

const broughtAudits = ({ audits, broughtBy }: SystemFact, on: Day): readonly CountedAudit[] =>
  audits
    .filter(({ completedOn }) => completedOn <= on)
    .map((audit: SystemAuditFact) => ({ ...audit, tool: null, reAudit: null, broughtBy }))
    .sort(lastFirst);

/** W.3.b: in IHSA's program the external audits are a third party's; maintenance audits are conducted by the employer's own staff and are not. */
function externalAudits(audits: readonly AuditInCycle[], certifiedOn: Day | null, on: Day): readonly CountedAudit[] {
  const completed = audits.flatMap((audit) => {
    const { completedOn } = audit;
    return completedOn !== null && completedOn <= on ? [{ ...audit, completedOn }] : [];
  });
  const externals = completed.filter(({ type }) => type === 'EXTERNAL').sort(lastFirst);
  return externals.map((audit, at) => {
    const next = externals[at - 1]?.completedOn ?? null;
    const passing = completed.filter(
      ({ type, completedOn, ...each }) =>
        type === 'RE_AUDIT' && completedOn >= audit.completedOn && (next === null || completedOn < next) && passedBy(each, on) === true,
    );
    return counted(audit, passing.sort(lastFirst)[0] ?? null, certifiedOn, on);
  });
}

type Completed = AuditInCycle & { readonly completedOn: Day };

function counted(audit: Completed, reAudit: Completed | null, certifiedOn: Day | null, on: Day): CountedAudit {
  const passed = passedBy(audit, on);
  const again = passed === false ? reAudit : null;
  const earnedTheCertificate = passed === null && certifiedOn !== null && certifiedOn >= audit.completedOn;
  return {
    id: audit.id,
    completedOn: audit.completedOn,
    closedOn: again ? closingWith(again, audit.closedOn) : audit.closedOn,
    byThirdParty: true,
    verified: again !== null || earnedTheCertificate ? true : passed,
    tool: audit.tool,
    reAudit: again && { id: again.id, completedOn: again.completedOn },
    body: { name: 'IHSA', kind: 'IHSA' },
    broughtBy: null,
  };
}

/** W.3.c, R-42: the deficiencies of an audit closed before its re-audit were not yet corrected, so it counts as closed only by a later closing. */
const closingWith = ({ closedOn, completedOn }: Completed, ofAudit: Day | null): Day | null =>
  closedOn ?? (ofAudit !== null && ofAudit >= completedOn ? ofAudit : null);

/** The result of an audit, once it is reported, as an appeal may have changed it; one without a report day counts as reported when it is closed. */
function passedBy(audit: Pick<AuditInCycle, 'reportedOn' | 'closedOn' | 'passed' | 'laterScores'>, on: Day): boolean | null {
  const day = audit.reportedOn ?? audit.closedOn;
  return day !== null && day <= on ? passesOn(audit, on) : null;
}

const lastFirst = (a: { completedOn: Day; id: string }, b: { completedOn: Day; id: string }): number =>
  `${a.completedOn} ${a.id}` > `${b.completedOn} ${b.id}` ? -1 : 1;
