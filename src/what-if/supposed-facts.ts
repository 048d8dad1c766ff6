import { fromGlobalId } from '../contract/global-id.ts';
import { faults } from '../errors.ts';
import { numbersMeant } from '../identifiers/document-number.ts';
import type { Day } from '../rules/calendar.ts';
import type { AuditInCycle } from '../rules/cycle/facts.ts';
import { type AuditOnFile, type AuditorOnFile, type IssuingFacts, nothingFurther } from '../rules/recording/issuing-facts.ts';
import type { NamedAuditor } from './named-auditors.ts';
import {
  type Supposed,
  supposeAudit,
  supposeCertificate,
  supposeLetter,
  supposeLifting,
  supposeRegistration,
  supposeRevocation,
  supposeWsibReport,
} from './suppose.ts';
import type { HypotheticalAudit, HypotheticalFacts, HypotheticalLetter, HypotheticalRevocation } from './what-if.input.ts';

/** What documents and audits that are only supposed are called, with a number. */
const SUPPOSED = 'HYP-';

/** How the auditors of external audits that are only supposed are called: one an audit, who has made none before. */
const SUPPOSED_AUDITOR = `${SUPPOSED}AUDITOR-`;

/** The auditors of supposed audits, as far as the law asks: nothing speaks against them. */
export const supposedAuditors = ({ audits }: HypotheticalFacts): readonly AuditorOnFile[] =>
  (audits ?? []).map((_, at) => ({
    ...{ id: `${SUPPOSED_AUDITOR}${at + 1}`, listed: [{ from: '1900-01-01', to: null }] },
    ...{ removedOn: null, consulting: [], askedToWithdraw: [] },
  }));

/** Whether a name is one that was made up here: a record has an id, and a document that is issued a number of another form. */
export const isSupposed = (name: string): boolean => name.startsWith(SUPPOSED);

/** The account about which facts are supposed. */
interface Of {
  readonly facts: IssuingFacts;
  readonly named: readonly NamedAuditor[];
}

/**
 * What a caller supposes, ready for the law: audits and WSIB's reports first, since the rest may rest on them. BAD_USER_INPUT for what names a record that the
 * account does not have, or says too little.
 */
export function supposedFacts(given: HypotheticalFacts, of: Of): readonly Supposed[] {
  let drawn = 0;
  let audits = 0;
  const name = () => `${SUPPOSED}${++drawn}`;
  const auditName = () => `${SUPPOSED}AUDIT-${++audits}`;
  return [
    ...each(given, 'audits', (audit, field) => supposedAudit(audit, field, of, auditName)),
    ...each(given, 'wsibReports', ({ from, isValid }, field) => {
      if (!of.facts.hasWsibAccount) throw bad(field, 'is for an account with a WSIB account number.');
      return { on: from, with: supposeWsibReport(from, isValid) };
    }),
    // a revocation stands on the whole of its first day, so that what is issued that day comes after it.
    ...lifting(given.revocationLiftedOn ?? null),
    ...each(given, 'revocations', (revocation, field) => supposedRevocation(revocation, field, name)),
    ...each(given, 'registrations', ({ confirmedOn }) => ({ on: confirmedOn, with: supposeRegistration(name(), confirmedOn) })),
    ...each(given, 'certificates', ({ standard, issuedOn, audit }, field) => ({
      on: issuedOn,
      with: supposeCertificate(name(), { standard, issuedOn, audit: audit ? auditOf(of, audit, field).id : null }),
    })),
    ...each(given, 'lettersOfGoodStanding', (letter, field) => ({ on: letter.issuedOn, with: supposedLetter(letter, field, of, name) })),
  ];
}

type Kinds = Omit<HypotheticalFacts, 'revocationLiftedOn'>;
type Given<Kind extends keyof Kinds> = NonNullable<Kinds[Kind]>[number];

/** The facts of one kind, each with its place in the argument. */
function each<Kind extends keyof Kinds>(
  given: Kinds,
  kind: Kind,
  supposed: (one: Given<Kind>, field: string) => Omit<Supposed, 'fact'>,
): readonly Supposed[] {
  // An index into a union of lists is the union of their elements.
  const ones = (given[kind] ?? []) as readonly Given<Kind>[];
  return ones.map((one, at) => ({ fact: `facts.${kind}[${at}]`, ...supposed(one, `facts.${kind}[${at}]`) }));
}

const lifting = (on: Day | null): readonly Supposed[] =>
  on === null ? [] : [{ fact: 'facts.revocationLiftedOn', on, with: supposeLifting(on) }];

function supposedRevocation({ from, liftedOn = null }: HypotheticalRevocation, field: string, name: () => string): Omit<Supposed, 'fact'> {
  if (liftedOn !== null && liftedOn < from) throw bad(`${field}.liftedOn`, 'must not be before the first day.');
  return { on: from, with: supposeRevocation(name(), from, liftedOn) };
}

function supposedLetter(
  { year, issuedOn, certificate = null, audit }: HypotheticalLetter,
  field: string,
  of: Of,
  name: () => string,
): Supposed['with'] {
  const meant = certificate === null ? [] : numbersMeant(certificate);
  const number = meant.find((each) => of.facts.certificates.some((known) => known.number === each)) ?? null;
  if (certificate !== null && number === null) throw bad(`${field}.certificate`, 'must be the number of a certificate of the account.');
  return supposeLetter({ number: name(), year, issuedOn, certificate: number, audit: audit ? auditOf(of, audit, field).id : null });
}

/** Before every day: what an audit comes to counts from its own days, whichever they are. */
const FIRST = '';

function supposedAudit(given: HypotheticalAudit, field: string, of: Of, name: () => string): Omit<Supposed, 'fact'> {
  const known = given.audit ? auditOf(of, given.audit, field) : null;
  const type = given.type ?? known?.type;
  if (type === undefined) throw bad(field, 'must have an audit or a type.');
  const base: AuditToSuppose = known ?? furtherAudit(name(), type);
  const audit = {
    ...base,
    ...givenOf(given),
    type,
    ...reAuditOf(given, field, of, base),
    ...conductedBy(given, { ...base, type }, field, of),
  };
  return { on: FIRST, with: supposeAudit(withPlan(audit, given.actionPlanSubmittedOn ?? null)) };
}

/** An audit with the steps that obligations look at. */
type AuditToSuppose = AuditOnFile & Pick<AuditInCycle, 'steps'>;

/** G-2.4.e, G-2.4.i: a plan that is submitted is a step of its audit; of an internal one IHSA then asked for it, at the latest that day. */
function withPlan(audit: AuditToSuppose, on: Day | null): AuditToSuppose {
  if (on === null) return audit;
  const known = audit.steps ?? [];
  const isAskedFor = audit.type === 'EXTERNAL' || audit.type === 'RE_AUDIT' || known.some(({ kind }) => kind === 'ACTION_PLAN_CHOSEN');
  const asked = isAskedFor ? [] : [{ kind: 'ACTION_PLAN_CHOSEN', on }];
  return { ...audit, steps: [...known, ...asked, { kind: 'ACTION_PLAN_SUBMITTED', on }] };
}

/** the external audit that a re-audit belongs to: one on record, or one that is supposed before it. */
function reAuditOf(
  { reAuditOf: given }: HypotheticalAudit,
  field: string,
  of: Of,
  { id }: AuditOnFile,
): Pick<AuditOnFile, 'reAuditOf'> | null {
  if (!given) return null;
  const isBefore = /^HYP-AUDIT-[1-9]\d?$/.test(given) && isSupposed(id) && numberOf(given) < numberOf(id);
  const known = of.facts.audits.find((audit) => audit.id === fromGlobalId(given, 'Audit')?.uuid && audit.type === 'EXTERNAL');
  if (!isBefore && !known) throw bad(`${field}.reAuditOf`, 'must be an external audit of the account, or one supposed before it.');
  return { reAuditOf: known?.id ?? given };
}

const numberOf = (supposed: string): number => Number(supposed.split('-').at(-1));

/** G-2.4.g, G-3.4.a: the named auditor, for the company under which the auditor is on the approved list on the first day. */
function conductedBy(
  { auditor: given, startedOn, completedOn }: HypotheticalAudit,
  { type, ...known }: AuditOnFile,
  field: string,
  { named }: Of,
): Pick<AuditOnFile, 'auditor' | 'auditingCompany'> | null {
  if (!given) return null;
  if (type !== 'EXTERNAL' && type !== 'RE_AUDIT') throw bad(`${field}.auditor`, 'is for an external audit or a re-audit.');
  const auditor = named.find(({ id }) => id === fromGlobalId(given, 'ExternalAuditor')?.uuid);
  if (!auditor) throw bad(`${field}.auditor`, 'must be an external auditor of the register.');
  const day = startedOn ?? known.startedOn ?? completedOn ?? known.completedOn;
  const period = auditor.companies.findLast(({ from, to }) => day !== null && from <= day && (to === null || day <= to));
  return { auditor: auditor.id, auditingCompany: period?.company ?? null };
}

/** An audit that is only supposed: nothing speaks against who would make it. */
const furtherAudit = (id: string, type: AuditOnFile['type']): AuditOnFile => ({
  ...nothingFurther,
  ...{ id, type, tool: 'COR_2020', startedOn: null, completedOn: null, receivedOn: null, reportedOn: null, closedOn: null, passed: null },
  auditor: `${SUPPOSED_AUDITOR}${numberOf(id)}`,
  isByQualifiedAuditor: true,
});

/** What a caller says of an audit; null says nothing. */
const givenOf = ({
  audit: _,
  reAuditOf: __,
  auditor: ___,
  actionPlanSubmittedOn: ____,
  ...given
}: HypotheticalAudit): Partial<AuditOnFile> =>
  // What is left has the names of an audit's facts with values of their types.
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)) as Partial<AuditOnFile>;

function auditOf({ facts }: Of, globalId: string, field: string): AuditOnFile {
  const uuid = fromGlobalId(globalId, 'Audit')?.uuid;
  const audit = facts.audits.find(({ id }) => id === uuid);
  if (!audit) throw bad(`${field}.audit`, 'must be an audit of the account.');
  return audit;
}

const bad = (field: string, message: string) => faults.BAD_USER_INPUT(field, `${field} ${message}`);
