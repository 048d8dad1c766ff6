import { addDays, addMonths, addYears, type Day } from '../rules/calendar.ts';
import type { AccountStory } from './account-story.ts';

const shares: readonly (readonly [percent: number, tell: (story: AccountStory) => void])[] = [
  [58, (story) => keepsItsCertification(story, 25)],
  [8, (story) => keepsItsCertification(story, 60)],
  [14, (story) => story.registers(story.daysAgo(story.chance.between(10, 600)))],
  [6, losesIt],
  [4, (story) => story.isIssued(story.daysAgo(story.chance.between(5, 420)), 'ISO_45001_EQUIVALENCY')],
  [
    4,
    (story) =>
      story.mayBid('LETTER_OF_RECIPROCITY', story.daysAgo(story.chance.between(5, 300)), story.daysAgo(-story.chance.between(1, 300))),
  ],
  [2, isSpotChecked],
  [4, () => {}],
];

/** The histories of most accounts, in about the shares of a real program. */
export function commonplace(story: AccountStory): void {
  let left = story.chance.below(100);
  const share = shares.find(([percent]) => {
    left -= percent;
    return left < 0;
  });
  share?.[1](story);
}

/** One to four cycles up to today; the documents of an anniversary come from 25 days before it to that many days after. */
function keepsItsCertification(story: AccountStory, latest: number): void {
  let issuedOn = addMonths(story.daysAgo(story.chance.between(0, 1094)), -36 * story.chance.below(4));
  story.registers(addMonths(issuedOn, -14));
  for (;;) {
    const number = story.isIssued(issuedOn);
    for (const year of [2, 3] as const) {
      const on = paperDay(story, addYears(issuedOn, year - 1), latest);
      if (on <= story.today) story.getsLetter(number, year, on);
    }
    const next = paperDay(story, addYears(issuedOn, 3), latest);
    story.isAudited('EXTERNAL', addDays(issuedOn, -30));
    if (next > story.today) return;
    issuedOn = next;
  }
}

const paperDay = ({ chance }: AccountStory, anniversary: Day, latest: number): Day => addDays(anniversary, chance.between(-25, latest));

function losesIt(story: AccountStory): void {
  story.isCertified(story.daysAgo(story.chance.between(500, 2500)));
  if (story.chance.inPercent(30)) story.registers(story.daysAgo(story.chance.between(1, 30)));
}

function isSpotChecked(story: AccountStory): void {
  story.isCertified(story.daysAgo(story.chance.between(100, 330)));
  story.isFoundWell(story.daysAgo(story.chance.between(1, 90)));
}
