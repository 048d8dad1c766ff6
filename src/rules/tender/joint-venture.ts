import { because, deciding, found, notFound } from '../decision.ts';
import type { RequirementDecision } from './requirement.ts';

const noDocument = { route: null, document: null, cure: null, ask: null } as const;

/**
 * a joint venture is no account. It meets a requirement if each of its partners does, and does not if none does; otherwise the tender says which
 * of them must. One partner alone says nothing of those that are not named.
 */
export function checkPartners(partners: readonly RequirementDecision[]): RequirementDecision {
  const areAll = (outcome: RequirementDecision['outcome']) => partners.length > 1 && partners.every((each) => each.outcome === outcome);
  if (areAll('MET')) return { ...noDocument, outcome: 'MET', reasons: [deciding(found('R-60', because('tender-partners-all')))] };
  if (areAll('NOT_MET')) {
    const reasons = [deciding(notFound('R-60', because('tender-partners-none')))];
    return { ...noDocument, outcome: 'NOT_MET', reasons, cure: because('tender-cure-partners') };
  }
  const reasons = [deciding(notFound('R-60', because('tender-partners-differ')))];
  return { ...noDocument, outcome: 'CANNOT_SAY', reasons, ask: because('tender-ask-partners') };
}
