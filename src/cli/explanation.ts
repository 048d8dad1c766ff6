import { addDays, type Day } from '../rules/calendar.ts';
import type { Reason } from '../rules/decision.ts';
import { type Locale, render, writeDay, writeWord } from '../rules/messages/messages.ts';
import { BEGINNING, type Period } from '../rules/standing/timeline.ts';

/** A decision as printed at the command line: the standing, since when, until when, and every clause consulted. */
export function explanation(account: string, period: Period, on: Day, locale: Locale): string {
  const { certificate, letter, biddingDocument, standard, basis, reasons } = period;
  const documents = [certificate, letter, biddingDocument].filter((number) => number !== null);
  const rests = [standard, basis].flatMap((word) => (word === null ? [] : [writeWord(locale, word)]));
  return [
    account,
    `${writeDay(locale, on)}${words[locale].colon} ${writeWord(locale, period.standing)} (${period.standing})`,
    ...span(period, locale),
    ...(rests.length > 0 ? [`  ${rests.join(', ')}`] : []),
    ...(documents.length > 0 ? [`  ${documents.join(', ')}`] : []),
    ...reasons.map((reason) => reasonLine(reason, locale)),
    ...(reasons.length > 0 ? [`  (${words[locale].signs})`] : []),
  ].join('\n');
}

const words = {
  en: {
    colon: ':',
    since: 'since',
    // *Until* would leave open whether the day counts; the desk, too, names the last day.
    until: (next: Day) => `last day ${writeDay('en', addDays(next, -1))}`,
    then: 'then',
    always: 'from the beginning',
    forever: 'for as long as nothing further is recorded',
    signs: '→ decides the standing; ✓ applies; – does not apply; neither is good or bad by itself',
  },
  fr: {
    colon: '\u00A0:',
    since: 'depuis le',
    until: (next: Day) => `dernier jour le ${writeDay('fr', addDays(next, -1))}`,
    then: 'puis',
    always: 'depuis le début',
    forever: 'tant qu’aucun autre fait n’est consigné',
    signs: '→ détermine la situation; ✓ s’applique; – ne s’applique pas; ni l’un ni l’autre n’est bon ou mauvais en soi',
  },
} as const;

function span({ since, holdsUntil, then }: Period, locale: Locale): readonly string[] {
  const say = words[locale];
  const start = since === BEGINNING ? say.always : `${say.since} ${writeDay(locale, since)}`;
  const end = holdsUntil === null || then === null ? say.forever : `${say.until(holdsUntil)}, ${say.then} ${writeWord(locale, then)}`;
  return [`  ${start}, ${end}`];
}

const reasonLine = ({ clause, holds, decides, because }: Reason, locale: Locale): string =>
  `  ${decides ? '→' : ' '} ${holds ? '✓' : '–'} ${clause.padEnd(9)} ${render(locale, because.id, because.values)}`;
