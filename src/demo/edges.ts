import { addDays, addYears, type Day, monthOf, yearOf } from '../rules/calendar.ts';
import type { AccountStory } from './account-story.ts';

/** One history of an account. */
export interface Tale {
  readonly title: string;
  readonly tell: (story: AccountStory) => void;
}

const tale = (title: string, tell: (story: AccountStory) => void): Tale => ({ title, tell });

/** Days after an anniversary around which something changes, and a few in between. */
const daysAfter = [0, 1, 30, 31, 60, 90, 91, 200];

/** Certified on the anniversary that lies that many years and days back, without what was due on it. */
function overdue(story: AccountStory, years: 1 | 2 | 3, days: number): string {
  const letters = ([2, 3] as const).slice(0, years - 1);
  return story.isCertified(addYears(story.daysAgo(days), -years), letters);
}

const ordinaryTales: readonly Tale[] = [
  tale('certified in its first year', (story) => void story.isCertified(story.daysAgo(200))),
  tale('certified with the letter for year 2', (story) => void story.isCertified(addYears(story.daysAgo(100), -1), [2])),
  tale('certified with the letters for years 2 and 3', (story) => void story.isCertified(addYears(story.daysAgo(100), -2), [2, 3])),
  tale('in its third cycle', (story) => {
    const issuedOn = addYears(story.daysAgo(50), -6);
    story.isCertified(issuedOn, [2, 3]);
    story.renews(addDays(addYears(issuedOn, 3), -10), [2, 3]);
    story.renews(story.daysAgo(60));
  }),
  tale('registered', (story) => story.registers(story.daysAgo(120))),
  tale('registered today', (story) => story.registers(story.today)),
  tale('registration withdrawn today', (story) => story.registers(story.daysAgo(300), story.today)),
  tale('never registered', () => {}),
  tale('certified from today', (story) => void story.isCertified(story.today)),
  tale('certified from tomorrow, already recorded', (story) => void story.isCertified(story.daysAgo(-1))),
];

const overdueTales: readonly Tale[] = ([1, 2, 3] as const).flatMap((years) =>
  daysAfter.map((days) => tale(`day ${days} after anniversary ${years} without what was due`, (story) => void overdue(story, years, days))),
);

const lateTales: readonly Tale[] = [
  tale('a letter on day 31 made it certified again', (story) => {
    story.getsLetter(overdue(story, 1, 100), 2, story.daysAgo(69));
  }),
  tale('a letter on day 90, the last that counts', (story) => story.getsLetter(overdue(story, 1, 100), 2, story.daysAgo(10))),
  tale('a letter on day 91, which does not count', (story) => story.getsLetter(overdue(story, 1, 100), 2, story.daysAgo(9))),
  tale('a letter for the wrong year', (story) => story.getsLetter(overdue(story, 1, 50), 3, story.daysAgo(60))),
  tale('renewed early', (story) => {
    story.isCertified(addYears(story.daysAgo(-40), -3), [2, 3]);
    story.renews(story.daysAgo(5));
  }),
  tale('renewed on day 90', (story) => {
    overdue(story, 3, 100);
    story.renews(story.daysAgo(10));
  }),
  tale('renewed after the loss, without a new registration', (story) => {
    overdue(story, 3, 150);
    story.renews(story.daysAgo(10));
  }),
  tale('lost, registered again and regained', (story) => {
    overdue(story, 2, 700);
    story.registers(story.daysAgo(500));
    story.renews(story.daysAgo(30));
  }),
  tale('lost and registered again', (story) => {
    overdue(story, 1, 400);
    story.registers(story.daysAgo(100));
  }),
  tale('certified on 29 February', (story) => {
    const issuedOn = lastLeapDay(story.daysAgo(1));
    const letters = ([2, 3] as const).filter((year) => addYears(issuedOn, year - 1) <= story.today);
    story.isCertified(issuedOn, letters);
    if (addYears(issuedOn, 3) <= story.today) story.renews(addYears(issuedOn, 3));
  }),
  tale('moved to COR 2020 by a transition audit', (story) => {
    const issuedOn = addYears(story.daysAgo(60), -1);
    const certificate = story.isCertified(issuedOn, [], 'COR');
    story.isAudited('TRANSITION', story.daysAgo(110), 'COR_2020');
    story.getsLetter(certificate, 2, story.daysAgo(80));
  }),
  tale('maintained under the older COR', (story) => void story.isCertified(addYears(story.daysAgo(100), -1), [2], 'COR')),
  tale('back from COR 2020 to COR', (story) => {
    story.isCertified(addYears(story.daysAgo(40), -3), [2, 3], 'COR_2020');
    story.renews(story.daysAgo(20), [], 'COR');
  }),
];

function lastLeapDay(before: Day): Day {
  const isPast = monthOf(before) > 2;
  const year = isPast ? yearOf(before) : yearOf(before) - 1;
  return `${year - (year % 4)}-02-29`;
}

/** What happens to certificates and registrations, with every day on which something changes. */
export const certificationTales: readonly Tale[] = [...ordinaryTales, ...overdueTales, ...lateTales];
