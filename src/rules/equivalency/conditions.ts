import type { Day } from '../calendar.ts';
import { type Because, because, type Reason } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import type { MessageWith } from '../messages/messages.ts';
import { accreditedIso45001Only, globalAciInForce, valueOn } from '../parameters.ts';
import { revocationStands } from '../standing/certificate-life.ts';
import { lastStatement } from '../statement.ts';
import { isOutOfProvince } from './associations.ts';
import { checklistOn, documentItem } from './documents.ts';
import type { IsoCertificateFact, RequestFacts } from './facts.ts';

/** A condition of a grant: met, not met, or not known because it was not recorded. */
export interface Finding {
  readonly state: 'MET' | 'NOT_MET' | 'NOT_KNOWN';
  readonly clauses: readonly ClauseId[];
  readonly because: Because;
}

/** A condition, judged for a request on a day. */
export type Condition = (facts: RequestFacts, on: Day) => readonly Finding[];

/** Clauses that say what is not granted: they hold if the condition is not met. The others say what is required, and hold if it is met. */
const limits: readonly ClauseId[] = ['R-29', 'R-32', 'R-22', 'G-6.1.b', 'F-25'];

/** The reasons of a finding: a limit holds unless the condition is met, so what is not known grants nothing. */
export const reasonsOfFinding = ({ state, clauses, because: why }: Finding): readonly Reason[] =>
  clauses.map((clause) => ({ clause, holds: limits.includes(clause) !== (state === 'MET'), because: why, decides: false }));

type Answer = boolean | null;

const stateOf = (answer: Answer): Finding['state'] => (answer === null ? 'NOT_KNOWN' : answer ? 'MET' : 'NOT_MET');

/** The three sentences for a finding without values: it is so, it is not so, it is not recorded. */
const finding = (clauses: readonly ClauseId[], answer: Answer, [yes, no, unknown]: readonly [Bare, Bare, Bare]): Finding => ({
  state: stateOf(answer),
  clauses,
  because: because(answer === null ? unknown : answer ? yes : no),
});

type Bare = MessageWith<never>;

/** nothing is issued during a revocation. */
export const isNotRevoked: Condition = ({ account }, on) => {
  const standing = account.revocations.find((revocation) => revocationStands(revocation, on));
  const why = standing ? because('revoked', { from: standing.from }) : because('not-revoked');
  return [{ state: stateOf(standing === undefined), clauses: ['R-29'], because: why }];
};

/** an account has one equivalency certificate on a day; the one that the request itself led to does not count as another. */
export const hasNoneOfThatDay: Condition = ({ account, decision }, on) => {
  const isOwn = decision?.grant === 'CERTIFICATE_ONE_YEAR' && decision.on === on;
  const other = isOwn ? undefined : account.certificates.find(({ basis, issuedOn }) => basis !== 'EXTERNAL_AUDIT' && issuedOn === on);
  const why = other
    ? because('refused-same-day', { certificate: other.number, issuedOn: on })
    : because('no-equivalency-of-that-day', { issuedOn: on });
  return [{ state: stateOf(other === undefined), clauses: ['R-32'], because: why }];
};

/** G-6.1.a, G-6.2.a, G-5.a: every required document is on record, and so is the fee. */
export const isComplete: Condition = (facts, on) =>
  checklistOn(facts, on)
    .filter(({ neededFor }) => neededFor !== 'MORE')
    .map(({ since, reason }) => ({ state: stateOf(since !== null), clauses: [reason.clause], because: reason.because }));

/** F-16: the transcript of the COR Internal Auditor course. */
export const hasTranscript: Condition = (facts, on) => {
  const { since, reason } = documentItem(facts, 'INTERNAL_AUDITOR_TRANSCRIPT', 'MORE', 'F-16', on);
  return [{ state: stateOf(since !== null), clauses: ['F-16'], because: reason.because }];
};

const ofCertificate =
  (ask: (certificate: IsoCertificateFact | null, on: Day) => readonly Finding[]): Condition =>
  ({ isoCertificate }, on) =>
    ask(isoCertificate, on);

/** the certificate is to ISO 45001:2018; there is no route for CSA Z45001. */
export const isToIso45001 = ofCertificate((certificate) => [
  finding(['X-5'], certificate && certificate.standard === 'ISO_45001_2018', [
    'iso-standard',
    'iso-standard-other',
    'iso-standard-unknown',
  ]),
]);

/** since 25 October 2024 accredited within the arrangement of the day, and for the firm’s whole scope. */
export const isAccreditedForWholeFirm = ofCertificate((certificate, on) =>
  valueOn(accreditedIso45001Only, on)
    ? [
        accreditation(certificate?.isAccredited ?? null, on),
        finding(['X-5'], certificate?.coversWholeFirm ?? null, ['iso-whole-firm', 'iso-part-of-firm', 'iso-scope-unknown']),
      ]
    : [{ state: 'MET', clauses: ['X-5'], because: because('iso-accreditation-not-asked-yet') }],
);

/** a signatory of the IAF MLA, and from 1 January 2026 of its successor’s MRA; not which mark is printed. */
const accreditation = (isAccredited: Answer, on: Day): Finding =>
  valueOn(globalAciInForce, on)
    ? finding(['X-5', 'R-49'], isAccredited, ['iso-accredited-by-successor', 'iso-not-accredited-by-successor', 'iso-successor-unknown'])
    : finding(['X-5'], isAccredited, ['iso-accredited', 'iso-not-accredited', 'iso-accreditation-unknown']);

/** the certificate has not ended by the day. */
export const isIsoCertificateCurrent = ofCertificate((certificate, on) => [currentTo('R-40', certificate?.expiresOn ?? null, on)]);

/** a bidding-only document runs to the end stated for the ISO certificate; without a stated end there is none. */
export const hasStatedIsoEnd = ofCertificate((certificate, on) => [currentTo('R-21', certificate?.expiresOn ?? null, on)]);

/** a bidding-only document runs to the end stated for the host COR; without a stated end there is none. */
export const hasStatedHostEnd: Condition = ({ hostCor }, on) => [currentTo('R-21', hostCor?.expiresOn ?? null, on)];

/** The day stated as the last is included. */
function currentTo(clause: ClauseId, expiresOn: Day | null, on: Day): Finding {
  if (expiresOn === null) return { state: 'NOT_KNOWN', clauses: [clause], because: because('stated-end-unknown') };
  const isCurrent = on <= expiresOn;
  return {
    state: stateOf(isCurrent),
    clauses: [clause],
    because: because(isCurrent ? 'stated-end-to-come' : 'stated-end-passed', { expiresOn }),
  };
}

/** G-6.1.b, F-25: representative work in Ontario is in the scope of the ISO 45001 audit. */
export const hasOntarioWork = ofCertificate((certificate) => [
  finding(['G-6.1.b', 'F-25'], certificate?.hasOntarioWork ?? null, ['ontario-work', 'ontario-work-none', 'ontario-work-unknown']),
]);

/** G-6.1.b, F-25 for ISO 45001, G-1.2.a for any certificate: the WSIB account is valid on the day; R-22: a firm without one has none. */
export const hasValidWsibAccount =
  (...clauses: readonly ClauseId[]): Condition =>
  ({ hasWsibAccount, wsibStatements }, on) => {
    if (!hasWsibAccount) return [{ state: 'NOT_MET', clauses: [...clauses, 'R-22'], because: because('wsib-account-none') }];
    const last = lastStatement(wsibStatements, on);
    if (!last) return [{ state: 'NOT_KNOWN', clauses, because: because('wsib-account-unknown') }];
    const why = because(last.isTrue ? 'wsib-account-valid' : 'wsib-account-not-valid', { on: last.on });
    return [{ state: stateOf(last.isTrue), clauses, because: why }];
  };

/** G-5.a: the letter is of the CFCSA’s member in another province or territory. */
export const isOfHostAssociation: Condition = ({ hostCor }) => {
  if (!hostCor) return [{ state: 'NOT_KNOWN', clauses: ['G-5.a'], because: because('host-association-unknown') }];
  const { association } = hostCor;
  const isElsewhere = isOutOfProvince(association);
  const why = because(isElsewhere ? 'host-association' : 'host-association-of-ontario', { association });
  return [{ state: stateOf(isElsewhere), clauses: ['G-5.a'], because: why }];
};

/** F-16.a: the host association confirms that the COR is current. */
export const isHostCorCurrent: Condition = ({ hostCor }) => [
  finding(['F-16.a'], hostCor?.isCurrent ?? null, ['host-cor-current', 'host-cor-not-current', 'host-cor-unconfirmed']),
];

/** F-16.a: the employer has no permanent office in Ontario; with one, COR is achieved here. */
export const hasNoOfficeInOntario: Condition = ({ officeStatements }, on) => {
  const last = lastStatement(officeStatements, on);
  if (!last) return [{ state: 'NOT_KNOWN', clauses: ['F-16.a'], because: because('ontario-office-unknown') }];
  const why = because(last.isTrue ? 'ontario-office' : 'ontario-office-none', { on: last.on });
  return [{ state: stateOf(!last.isTrue), clauses: ['F-16.a'], because: why }];
};
