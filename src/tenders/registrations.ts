import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { givenIds, idArray } from '../database/id-array.ts';
import { prepared } from '../database/prepared.ts';
import { shapedRows } from '../database/shaped-rows.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { maySee, type ShownStanding, seesWholeFile } from '../rules/standing/disclosure.ts';
import { readHistory } from '../rules/standing/history.ts';
import type { StandingRegistration } from '../rules/tender/route.ts';
import { periodsBySubject } from '../standing/shared-periods.ts';
import { type FactLists, factLists, factsOfLists, type StoredFacts } from '../standing/standing.facts.ts';
import type { Subject } from '../standing/standing-period.sql.ts';
import type { Asking } from './shown-day.ts';

/** A registration, and the days on which it stands: the last one not included. */
export interface DatedRegistration extends StandingRegistration {
  readonly from: Day;
  readonly to: Day | null;
}

/**
 * X-8: the registrations of an account whose standing may hide one, or does not name its confirmation; null where they are not visible to the caller, not
 * asked about or, as known at an instant, cannot be told. Only those who see the whole file are shown the number of a confirmation.
 */
export async function registrationsShown(
  context: Context,
  asking: Asking,
  account: AccountSource | null,
  standing: ShownStanding,
): Promise<readonly DatedRegistration[] | null> {
  const viewer = account && viewerOf(context, account);
  if (account === null || viewer === null || !isAsked(asking) || !maySee(viewer, 'REGISTERED')) return null;
  if (standing !== 'BIDDING_ONLY' && !(standing === 'REGISTERED' && seesWholeFile(viewer))) return null;
  const found = await context.loader(registrationsByAccount).load(account.accountId);
  return seesWholeFile(viewer) ? found : found.map((each) => ({ ...each, document: null }));
}

/** The same of a number without a visible account, for a caller who is shown registrations and no bidding-only documents: WSIB. */
export async function registrationsNumbered(
  context: Context,
  asking: Asking,
  subjects: readonly Subject[],
): Promise<readonly DatedRegistration[] | null> {
  if (subjects.length === 0 || !isAsked(asking) || !maySee(viewerOf(context), 'REGISTERED')) return null;
  const accounts = await context.read((source) => accountsBeneath(source, subjects, asking.on));
  const [accountId, ...others] = accounts;
  // One statement more for every number: else the time would tell which have a bidding-only document.
  const found = await context.loader(registrationsByAccount).load(accountId ?? NOBODY);
  if (accountId === undefined || others.length > 0) return null;
  return found.map((each) => ({ ...each, document: null }));
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The one that stands on a day; null if none does. */
export const registrationOn = (registrations: readonly DatedRegistration[] | null, on: Day): StandingRegistration | null =>
  registrations?.find(({ from, to }) => from <= on && (to === null || on < to)) ?? null;

const isAsked = ({ requirement: { routes }, knownAt }: Asking): boolean => knownAt === null && routes.includes('REGISTRATION');

/** The accounts that some subjects name whose standing on the day is a bidding-only document: only that stands above a registration and is hidden. */
async function accountsBeneath(source: DataSource, subjects: readonly Subject[], on: Day): Promise<readonly string[]> {
  const { bySubject } = await periodsBySubject(poolOf(source), subjects, on, { withReasons: false });
  const found = bySubject.flat().filter(({ standing }) => standing === 'BIDDING_ONLY');
  return [...new Set(found.map(({ accountId }) => accountId))];
}

const registrationsByAccount = (source: DataSource): DataLoader<string, readonly DatedRegistration[]> =>
  new DataLoader(async (ids) => {
    const [row] = await shapedRows<RegisteredRow>(poolOf(source), registrationsOfAccounts, [idArray(ids)]);
    if (!row) throw new Error('The statement gives a row.');
    const facts = factsOfLists(ids, row);
    return ids.map((id) => datedOf(facts.get(id), row.numbers));
  });

/** The facts of all accounts, and the numbers of their registrations. */
interface RegisteredRow extends FactLists {
  readonly numbers: Readonly<Record<string, string>>;
}

const datedOf = (facts: StoredFacts | undefined, numbers: RegisteredRow['numbers']): readonly DatedRegistration[] =>
  (facts ? readHistory(facts).registrations : []).map(({ registration: { id, confirmedOn, withdrawnOn }, endedByLossOn }) => ({
    document: numbers[id] ?? null,
    from: confirmedOn,
    to: [withdrawnOn, endedByLossOn].filter((day) => day !== null).toSorted()[0] ?? null,
  }));

const registrationsOfAccounts = prepared(
  'registrations_of_accounts',
  `select ${factLists(`= any(${givenIds})`)},
    (select coalesce(json_object_agg(id, number), '{}') from registration where account_id = any(${givenIds})) as numbers`,
);
