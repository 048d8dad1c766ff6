import type { Locale } from '../guideline/locale.type.ts';
import type { Because } from '../rules/decision.ts';
import { type MessageId, writeWord } from '../rules/messages/messages.ts';
import type { ProofSource } from './proof.service.ts';
import { DocumentStateEnum } from './proof.type.ts';

/** What is said of a document, in one sentence; its holder is named in the words of a language. */
export function statementOf(proof: ProofSource, locale: Locale): Because {
  const { number, kind, issuedOn, effectiveUntil: until, supersededBy: by, on } = proof;
  const values = { number, kind, holder: holderOf(proof, locale), issuedOn, on };
  return { id: messageOf(proof), values: { ...values, ...(until === null ? {} : { until }), ...(by === null ? {} : { by }) } };
}

function holderOf({ organizationName, wsibAccount }: ProofSource, locale: Locale): string {
  if (organizationName === null) return writeWord(locale, 'HOLDER_NOT_NAMED');
  return wsibAccount === null ? organizationName : `${organizationName} (WSIB ${wsibAccount})`;
}

function messageOf({ state, effectiveUntil, supersededBy }: ProofSource): MessageId {
  if (state === DocumentStateEnum.IN_EFFECT) return effectiveUntil === null ? 'proof-in-effect' : 'proof-in-effect-until';
  if (state === DocumentStateEnum.PENDING) return effectiveUntil === null ? 'proof-pending' : 'proof-pending-until';
  if (state === DocumentStateEnum.SUPERSEDED) return supersededBy === null ? 'proof-superseded' : 'proof-superseded-by';
  return withoutEffect[state];
}

const withoutEffect = {
  NOT_YET: 'proof-not-yet',
  LOST: 'proof-lost',
  EXPIRED: 'proof-expired',
  WITHDRAWN: 'proof-withdrawn',
  NEVER_IN_EFFECT: 'proof-never-in-effect',
} as const;
