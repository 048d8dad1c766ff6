import type { EntityManager } from 'typeorm';
import { filesNamingAudits, type StoredIssuingFacts } from '../audits/issuing.facts.ts';
import { missingConditions } from '../rules/recording/keeping-support.ts';
import { anomalies } from '../rules/standing/anomalies.ts';
import type { StoredFacts } from '../standing/standing.facts.ts';
import type { Doubt } from './warnings.ts';

/**
 * G-2.4.h, G-2.4.k: the conditions that certificates and letters miss, by the law of the mutations that issue them. Only those that name an audit are
 * judged: records of earlier years name none.
 */
export async function missingOf(tx: EntityManager, facts: ReadonlyMap<string, StoredFacts>): Promise<readonly Doubt[]> {
  const files = await filesNamingAudits(tx, facts);
  return [...files.values()].flatMap(missingInFile);
}

function missingInFile(facts: StoredIssuingFacts): readonly Doubt[] {
  const certificates = new Set(facts.certificates.map(({ number }) => number));
  const uncounted = new Set(anomalies(facts).flatMap(({ key, counts }) => (counts ? [] : [key])));
  return missingConditions(facts).map(({ document: key, reason: { clause, because } }) => ({
    clause,
    fact: certificates.has(key) ? 'certificate' : 'letter',
    key,
    because,
    counts: !uncounted.has(key),
    column: 'audit',
  }));
}
