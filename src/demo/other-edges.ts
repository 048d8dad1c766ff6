import { addDays, addYears } from '../rules/calendar.ts';
import type { AccountStory } from './account-story.ts';
import type { Tale } from './edges.ts';

const tale = (title: string, tell: (story: AccountStory) => void): Tale => ({ title, tell });

/** An equivalency certificate whose first anniversary was that many days ago. */
const equivalency = (story: AccountStory, days: number, basis: 'ISO_45001_EQUIVALENCY' | 'MLITSD_EQUIVALENCY'): string =>
  story.isIssued(addYears(story.daysAgo(days), -1), basis);

const equivalencyTales: readonly Tale[] = [
  tale('ISO 45001 equivalency', (story) => void equivalency(story, -100, 'ISO_45001_EQUIVALENCY')),
  tale('MLITSD equivalency', (story) => void equivalency(story, -200, 'MLITSD_EQUIVALENCY')),
  tale('equivalency on its last day', (story) => void equivalency(story, -1, 'ISO_45001_EQUIVALENCY')),
  tale('equivalency expired today', (story) => void equivalency(story, 0, 'MLITSD_EQUIVALENCY')),
  tale('equivalency renewed', (story) => {
    equivalency(story, 30, 'ISO_45001_EQUIVALENCY');
    equivalency(story, -330, 'ISO_45001_EQUIVALENCY');
  }),
  tale('equivalency beside a COR certificate', (story) => {
    story.isCertified(addYears(story.daysAgo(20), -1), [2]);
    equivalency(story, -150, 'ISO_45001_EQUIVALENCY');
  }),
  tale('a letter for an equivalency certificate, which has none', (story) =>
    story.getsLetter(equivalency(story, -20, 'ISO_45001_EQUIVALENCY'), 2, story.daysAgo(3)),
  ),
];

const biddingTales: readonly Tale[] = [
  tale('letter of reciprocity', (story) => story.mayBid('LETTER_OF_RECIPROCITY', story.daysAgo(50), story.daysAgo(-200))),
  tale('interim letter', (story) => story.mayBid('INTERIM_LOGS', story.daysAgo(50), story.daysAgo(-120))),
  tale('bidding document on its last day', (story) => story.mayBid('LETTER_OF_RECIPROCITY', story.daysAgo(90), story.today)),
  tale('bidding document ended yesterday', (story) => story.mayBid('INTERIM_LOGS', story.daysAgo(90), story.daysAgo(1))),
  tale('bidding document at the end of its year', (story) => {
    story.mayBid('LETTER_OF_RECIPROCITY', addYears(story.daysAgo(-1), -1), addYears(story.today, 2));
  }),
  tale('bidding document without a stated end', (story) => story.mayBid('LETTER_OF_RECIPROCITY', story.daysAgo(30), null)),
  tale('won the bid and registered', (story) => {
    story.mayBid('INTERIM_LOGS', story.daysAgo(80), story.daysAgo(-100));
    story.registers(story.daysAgo(10));
  }),
];

/** Certified and in its second year, for a spot check. */
const certified = (story: AccountStory): string => story.isCertified(addYears(story.daysAgo(300), -1), [2]);

const spotCheckTales: readonly Tale[] = [
  tale('spot check without follow-up', (story) => {
    certified(story);
    story.isFoundWell(story.daysAgo(40));
  }),
  ...[30, 90, 91, 120].map((days) =>
    tale(`day ${days} of a corrective action that nobody reported`, (story) => {
      certified(story);
      story.mustCorrect(story.daysAgo(days));
    }),
  ),
  tale('corrective action reported on day 90 and validated later', (story) => {
    certified(story);
    story.mustCorrect(story.daysAgo(150), [
      [story.daysAgo(60), 'IMPLEMENTATION_REPORTED'],
      [story.daysAgo(20), 'VALIDATED'],
    ]);
  }),
  tale('corrective action reported and found not implemented', (story) => {
    certified(story);
    story.mustCorrect(story.daysAgo(150), [
      [story.daysAgo(80), 'IMPLEMENTATION_REPORTED'],
      [story.daysAgo(10), 'FOUND_NOT_IMPLEMENTED'],
    ]);
  }),
  tale('corrective action rejected, reported again in time', (story) => {
    certified(story);
    story.mustCorrect(story.daysAgo(110), [
      [story.daysAgo(70), 'IMPLEMENTATION_REPORTED'],
      [story.daysAgo(55), 'FOUND_NOT_IMPLEMENTED'],
      [story.daysAgo(30), 'IMPLEMENTATION_REPORTED'],
    ]);
  }),
  tale('spot check on an account that holds no certificate', (story) => {
    story.registers(story.daysAgo(60));
    story.mustCorrect(story.daysAgo(30));
  }),
];

const revocationTales: readonly Tale[] = [
  tale('revoked', (story) => {
    certified(story);
    story.isRevoked(story.daysAgo(25));
  }),
  tale('revoked from today', (story) => {
    certified(story);
    story.isRevoked(story.today);
  }),
  tale('revoked from tomorrow', (story) => {
    certified(story);
    story.isRevoked(story.daysAgo(-1));
  }),
  tale('revocation lifted today', (story) => {
    certified(story);
    story.isRevoked(story.daysAgo(60), story.today);
  }),
  tale('revocation lifted long ago', (story) => {
    certified(story);
    story.isRevoked(story.daysAgo(200), story.daysAgo(150));
  }),
  tale('certificate dated in a revocation', (story) => {
    const issuedOn = addYears(story.daysAgo(20), -3);
    story.isCertified(issuedOn, [2, 3]);
    story.isRevoked(story.daysAgo(30), story.daysAgo(5));
    story.renews(addDays(addYears(issuedOn, 3), 10));
  }),
];

/** What happens to everything except the ordinary cycle of certificates. */
export const otherTales: readonly Tale[] = [...equivalencyTales, ...biddingTales, ...spotCheckTales, ...revocationTales];
