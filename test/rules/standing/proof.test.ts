import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/rules/calendar.ts';
import type { AccountFacts } from '../../../src/rules/facts.ts';
import { equivalencyBeside } from '../../../src/rules/standing/other-certificate.ts';
import {
  type DocumentEffect,
  type DocumentReference,
  type DocumentState,
  documentEffect,
  documentState,
} from '../../../src/rules/standing/proof.ts';
import { isConsideredCertified } from '../../../src/rules/standing/standing.ts';
import { periodOn, standingTimeline } from '../../../src/rules/standing/timeline.ts';
import { someDay, someFacts } from '../arbitrary-facts.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';

interface ProofCase {
  readonly case: string;
  readonly facts: CompactFacts;
  readonly document: DocumentReference;
  readonly on: string;
  readonly inEffect: boolean;
  readonly until?: DocumentEffect['until'];
  readonly state?: DocumentState;
  readonly by?: string;
}

describe('proof.cases.yaml', () => {
  const cases = casesOf<ProofCase>('standing/proof.cases.yaml');

  test('has no field that is not checked', () => {
    const keys = new Set(['case', 'facts', 'document', 'on', 'inEffect', 'until', 'state', 'by']);
    for (const one of cases) expect(Object.keys(one).filter((key) => !keys.has(key))).toEqual([]);
  });

  test.each(cases.map((one) => [`${one.case} (${one.document.key}, ${one.on})`, one] as const))('%s', (_, one) => {
    const effect = documentEffect(factsOf(one.facts), one.document, one.on);
    expect(effect.inEffect).toBe(one.inEffect);
    if ('until' in one || !one.inEffect) expect(effect.until).toBe(one.until ?? null);
    const found = documentState(factsOf(one.facts), one.document, one.on);
    expect(['IN_EFFECT', 'PENDING'].includes(found.state)).toBe(one.inEffect);
    if (one.state) expect(found).toEqual({ state: one.state, supersededBy: one.by ?? null });
  });
});

const documentsOf = ({ registrations, certificates, biddingDocuments }: AccountFacts): DocumentReference[] => [
  ...registrations.map(({ id }) => ({ kind: 'CONFIRMATION_OF_REGISTRATION' as const, key: id })),
  ...certificates.map(({ number }) => ({ kind: 'CERTIFICATE' as const, key: number })),
  ...certificates.flatMap(({ letters }) => letters.map(({ number }) => ({ kind: 'LETTER_OF_GOOD_STANDING' as const, key: number }))),
  ...biddingDocuments.map(({ number }) => ({ kind: 'BIDDING_DOCUMENT' as const, key: number })),
];

const inEffectOn = (facts: AccountFacts, day: string): DocumentReference[] =>
  documentsOf(facts).filter((document) => documentEffect(facts, document, day).inEffect);

test('the documents shown with certified, pending and bidding only are in effect on that day', () => {
  fc.assert(
    fc.property(someFacts, someDay, (facts, day) => {
      const { standing, certificate, letter, biddingDocument } = periodOn(standingTimeline(facts), day);
      if (!isConsideredCertified(standing) && standing !== 'BIDDING_ONLY') return;
      const shown = [certificate, letter, biddingDocument].filter((number) => number !== null);
      expect(inEffectOn(facts, day).map(({ key }) => key)).toEqual(expect.arrayContaining(shown));
    }),
    { numRuns: 1000 },
  );
});

test('the certificates in effect on a certified day are the one shown and the one found beside it', () => {
  fc.assert(
    fc.property(someFacts, someDay, (facts, day) => {
      const { standing, certificate, reasons } = periodOn(standingTimeline(facts), day);
      if (standing !== 'CERTIFIED') return;
      const held = facts.certificates.filter(
        ({ number }) => documentState(facts, { kind: 'CERTIFICATE', key: number }, day).state === 'IN_EFFECT',
      );
      const others = held.filter(({ number }) => number !== certificate).map(({ number, basis }) => ({ number, basis }));
      expect(others).toEqual([equivalencyBeside(reasons, certificate)].filter((beside) => beside !== null));
    }),
    { numRuns: 1000 },
  );
});

test('no document says more than the standing of the day allows', () => {
  fc.assert(
    fc.property(someFacts, someDay, (facts, day) => {
      const { standing } = periodOn(standingTimeline(facts), day);
      const kinds = new Set(inEffectOn(facts, day).map(({ kind }) => kind));
      if (standing === 'REVOKED') expect(kinds.size).toBe(0);
      if (!isConsideredCertified(standing))
        expect([kinds.has('CERTIFICATE'), kinds.has('LETTER_OF_GOOD_STANDING')]).toEqual([false, false]);
      if (kinds.has('BIDDING_DOCUMENT')) expect(['CERTIFIED', 'PENDING', 'BIDDING_ONLY']).toContain(standing);
      if (kinds.has('CONFIRMATION_OF_REGISTRATION')) expect(['CERTIFIED', 'PENDING', 'BIDDING_ONLY', 'REGISTERED']).toContain(standing);
    }),
    { numRuns: 1000 },
  );
});

test('a document stays in effect until its first day without, and one letter of a certificate is in effect at a time', () => {
  fc.assert(
    fc.property(someFacts, someDay, fc.nat({ max: 1200 }), (facts, day, later) => {
      for (const document of inEffectOn(facts, day)) {
        const { until } = documentEffect(facts, document, day);
        const next = addDays(day, later);
        if (until !== null) {
          expect(documentEffect(facts, document, until).inEffect).toBe(false);
          expect(documentEffect(facts, document, addDays(until, -1))).toEqual({ inEffect: true, until });
        }
        if (until === null || next < until) expect(documentEffect(facts, document, next)).toEqual({ inEffect: true, until });
      }
      const letters = inEffectOn(facts, day).filter(({ kind }) => kind === 'LETTER_OF_GOOD_STANDING');
      const certificates = inEffectOn(facts, day).filter(({ kind }) => kind === 'CERTIFICATE');
      expect(letters.length).toBeLessThanOrEqual(certificates.length);
    }),
    { numRuns: 1000 },
  );
});
