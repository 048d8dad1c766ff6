import type { Day } from '../../rules/calendar.ts';
import { writeDay, writeWord } from '../../rules/messages/messages.ts';
import { TenderRoute } from '../../tenders/requirement.input.ts';
import type { DeskRequest } from '../desk-request.ts';
import { capitalized } from '../standing-words.ts';
import type { WordId } from '../words.ts';
import type { CheckedList } from './checked-list.ts';
import type { Asked, owners } from './question.ts';

/** The words for who issues a tender. */
export const ownerWords: Readonly<Record<(typeof owners)[number], WordId>> = {
  NOT_GIVEN: 'ownerNotGiven',
  PRIVATE: 'ownerPrivate',
  PUBLIC_SECTOR: 'ownerPublic',
  GOVERNMENT: 'ownerGovernment',
};

const words = new Map<string, string>(Object.entries(TenderRoute));

/** What was asked about every row, in sentences. Empty if only the standing was asked about. */
export function askedWords(reader: Pick<DeskRequest, 'locale' | 'say'>, { asked, on }: CheckedList): readonly string[] {
  if (asked.routes.length === 0 && asked.contractTo === null) return [];
  const routes = asked.routes.length > 0 ? asked.routes : ['COR'];
  return requirementWords(reader, { ...asked, routes }, on);
}

/** A requirement in sentences: the days of the contract, and what the tender accepts. */
export function requirementWords(
  { locale, say }: Pick<DeskRequest, 'locale' | 'say'>,
  { contractTo, routes, isPendingAccepted, owner, name = null }: Omit<Asked, 'on'>,
  on: Day,
): readonly string[] {
  const accepted = routes.map((route) => capitalized(writeWord(locale, words.get(route) ?? route)));
  const issuer = Object.entries(ownerWords).find(([each]) => each === owner)?.[1] ?? 'ownerNotGiven';
  return [
    ...(contractTo === null ? [] : [say('resultContract', { from: writeDay(locale, on), to: writeDay(locale, contractTo) })]),
    ...(name === null ? [] : [say('askedUnderName', { name })]),
    say('askedRoutes', { routes: accepted.join('; ') }),
    say(isPendingAccepted ? 'askedPending' : 'askedNoPending'),
    issuer === 'ownerNotGiven' ? say('askedNoOwner') : say('askedOwner', { owner: say(issuer) }),
  ];
}
