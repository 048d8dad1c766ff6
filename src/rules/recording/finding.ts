import { type Because, found, notFound, type Reason } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import type { RefusalCode } from '../refusal-code.ts';
import { type Objection, objection } from './objections.ts';

/** The finding on one condition of issuing: met, missing, or not known here, which prevents nothing. */
export type Finding =
  | { readonly state: 'MET' | 'NOT_KNOWN'; readonly reason: Reason }
  | { readonly state: 'MISSING'; readonly reason: Reason; readonly code: RefusalCode };

/** The condition is met; the reason says how. */
export const met = (clause: ClauseId, why: Because): Finding => ({ state: 'MET', reason: found(clause, why) });

/** Not recorded: the answer says so, and the issue is not prevented. */
export const notKnown = (clause: ClauseId, why: Because): Finding => ({ state: 'NOT_KNOWN', reason: notFound(clause, why) });

/** The condition is missing, and the issue is refused with the code. */
export const missing = (clause: ClauseId, why: Because, code: RefusalCode = 'PROCESS_INCOMPLETE'): Finding =>
  missed(objection(code, clause, why));

/** An objection of the law as a finding. */
export const missed = ({ code, reason }: Objection): Finding => ({ state: 'MISSING', code, reason });

/** Met or missing, for one clause. */
export const either = (isMet: boolean, clause: ClauseId, yes: Because, no: Because, code?: RefusalCode): Finding =>
  isMet ? met(clause, yes) : missing(clause, no, code);

/** The missing conditions among findings. */
export const objectionsAmong = (findings: readonly Finding[]): readonly Objection[] =>
  findings.flatMap((finding) => (finding.state === 'MISSING' ? [{ code: finding.code, reason: finding.reason }] : []));
