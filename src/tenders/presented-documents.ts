import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { poolOf } from '../database/data-source.ts';
import { FactHistoryRow } from '../database/tables/fact-history.table.ts';
import { LetterOfIntentRow } from '../database/tables/resting-letter.table.ts';
import { isNameOf } from '../proof/holder.ts';
import { holderNamesThen } from '../proof/holder-then.loader.ts';
import { type CheckedDocument, documentAmong } from '../proof/proof.loader.ts';
import type { Day } from '../rules/calendar.ts';
import type { PresentedDocument } from '../rules/tender/requirement.ts';
import { firstReplacedAfter } from '../standing/known-then.sql.ts';
import { decodeReasons } from '../standing/reasons.ts';
import { periodsBySubject } from '../standing/shared-periods.ts';
import type { SubjectPeriod } from '../standing/standing-period.sql.ts';
import type { Bidder } from './asked-bidders.ts';
import { firstIdAfter } from './recorded-by.ts';
import type { Asking } from './shown-day.ts';

/** A document that a bidder shows, and the first day without effect as far as it is known. */
export interface ShownDocument extends PresentedDocument {
  readonly until: Day | null;
  readonly accountId: string;
}

/**
 * G-2.1.b, X-8, G-5.a: the document whose number a bidder gave, if it is one for a route of the tender. Anyone with its number may check it, so
 * its account need not be visible; a name beside it must be its holder's, by what is known at the instant.
 */
export async function presentedDocument(
  context: Context,
  { requirement: { routes }, on, knownAt }: Asking,
  { numbers: given, hasTwoNumbers, names }: Pick<Bidder, 'numbers' | 'hasTwoNumbers' | 'names'>,
): Promise<ShownDocument | null> {
  const numbers = given.filter(({ kind }) => kind === 'documentNumber').map(({ value }) => value);
  if (hasTwoNumbers || numbers.length === 0 || !routes.some((route) => route === 'REGISTRATION' || route === 'RECIPROCITY')) return null;
  const found = await (knownAt === null ? presentDocument(context, numbers, on) : documentThen(context, numbers, on, knownAt));
  if (found === null || names.length === 0) return found?.document ?? null;
  const { accountId } = found.document;
  const holder = knownAt === null ? found.holder : await context.loader(holderNamesThen).load({ accountId, knownAt });
  return holder !== null && names.some((name) => isNameOf(name, holder)) ? found.document : null;
}

/** A document with the names of its holder. */
interface HeldDocument {
  readonly document: ShownDocument;
  readonly holder: CheckedDocument;
}

const routeOf: Readonly<Partial<Record<CheckedDocument['kind'], PresentedDocument['route']>>> = {
  CONFIRMATION_OF_REGISTRATION: 'REGISTRATION',
  LETTER_OF_INTENT: 'REGISTRATION',
  INTERIM_LETTER_OF_GOOD_STANDING: 'RECIPROCITY',
  LETTER_OF_RECIPROCITY: 'RECIPROCITY',
};

async function presentDocument(context: Context, numbers: readonly string[], on: Day): Promise<HeldDocument | null> {
  const holder = await context.loader(documentAmong).load({ numbers, on });
  const route = holder && routeOf[holder.kind];
  if (!holder || !route) return null;
  const { number, effect, accountId } = holder;
  return { holder, document: { route, number, inEffect: effect.inEffect, until: effect.until, accountId } };
}

/** The same as known at an instant, if the period of its account then rests on it: what else was in effect then cannot be told. */
async function documentThen(context: Context, numbers: readonly string[], on: Day, knownAt: Instant): Promise<HeldDocument | null> {
  const found = await context.loader(documentAmong).load({ numbers, on });
  const route = found && routeOf[found.kind];
  if (!found || !route) return null;
  const { number, accountId } = found;
  const period = await context.loader(periodThen).load({ accountId, on, knownAt });
  if (!period) return null;
  const wasInEffect = restsOn(period, found)
    ? await wasThere(context, found, knownAt)
    : await stoodBeside(context, period, found, { on, knownAt });
  if (!wasInEffect) return null;
  return { holder: found, document: { route, number, inEffect: true, until: null, accountId } };
}

/** G-2.1.b, X-8, R-21: whether a bidding-only document is what the standing of an account rests on, or a registration of which the document tells. */
function restsOn({ standing, biddingDocumentNumber, reasons = '[]' }: SubjectPeriod, found: CheckedDocument): boolean {
  if (standing === 'BIDDING_ONLY') return biddingDocumentNumber === found.number;
  if (standing !== 'REGISTERED') return false;
  return decodeReasons(reasons).some(
    ({ clause, holds, because }) => clause === 'G-2.1.b' && holds && tellsOf(found, String(because.values.confirmedOn)),
  );
}

/** A confirmation is of the day of the registration; a letter of intent is issued on one that was confirmed by its day. */
function tellsOf({ kind, issuedOn }: CheckedDocument, confirmedOn: Day): boolean {
  return kind === 'LETTER_OF_INTENT' ? confirmedOn <= issuedOn : kind === 'CONFIRMATION_OF_REGISTRATION' && confirmedOn === issuedOn;
}

/** whether a registration stood that is not the one which a period names: the first of several that stand is named, and a loss ends all of them. */
async function stoodBeside(
  context: Context,
  { standing }: SubjectPeriod,
  { kind, number }: CheckedDocument,
  { on, knownAt }: { readonly on: Day; readonly knownAt: Instant },
): Promise<boolean> {
  if (standing !== 'REGISTERED' || kind !== 'CONFIRMATION_OF_REGISTRATION') return false;
  return context.read(async (source) => {
    const { rows } = await poolOf(source).query(stoodThen, [number, knownAt, firstIdAfter(knownAt), on]);
    return rows.length > 0;
  });
}

const stoodThen = `
  select from registration left join lateral (${firstReplacedAfter('$2::timestamptz', 'registration.id')}) as replaced on true
  where registration.number = $1 and registration.id < $3::uuid and coalesce((replaced.was->>'confirmed_on')::date, confirmed_on) <= $4::date
    and coalesce(case when replaced.was is null then withdrawn_on else (replaced.was->>'withdrawn_on')::date end > $4::date, true)`;

/** Whether a letter of intent was on record at an instant: no standing rests on it, so that no period tells. */
async function wasThere(context: Context, { kind, number, isRemoved }: CheckedDocument, knownAt: Instant): Promise<boolean> {
  if (kind !== 'LETTER_OF_INTENT') return true;
  const asked = { number, knownAt, later: firstIdAfter(knownAt) };
  return context.read(({ manager }) =>
    isRemoved
      ? manager.createQueryBuilder(FactHistoryRow, 'h').where(removedSince, asked).getExists()
      : manager.createQueryBuilder(LetterOfIntentRow, 'l').where('l.number = :number and l.id < :later', asked).getExists(),
  );
}

const removedSince = "h.fact = 'letter_of_intent' and h.was->>'number' = :number and h.replaced_at > :knownAt and h.fact_id < :later";

interface AskedThen {
  readonly accountId: string;
  readonly on: Day;
  readonly knownAt: Instant;
}

/** The period of an account as known at an instant, with one statement for each day and instant. */
const periodThen = (source: DataSource): DataLoader<AskedThen, SubjectPeriod | null> =>
  new DataLoader(
    async (asked) => {
      const moments = [...new Set(asked.map(momentOf))];
      const groups = await Promise.all(
        moments.map((moment) =>
          periodsThen(
            source,
            asked.filter((each) => momentOf(each) === moment),
          ),
        ),
      );
      const found = new Map(groups.flat());
      return asked.map((each) => found.get(each) ?? null);
    },
    { cache: false },
  );

const momentOf = ({ on, knownAt }: AskedThen): string => `${on} ${knownAt}`;

async function periodsThen(
  source: DataSource,
  asked: readonly AskedThen[],
): Promise<readonly (readonly [AskedThen, SubjectPeriod | null])[]> {
  const [first] = asked;
  if (!first) return [];
  const subjects = asked.map(({ accountId: value }) => ({ kind: 'account', value }) as const);
  const known = { knownAt: new Date(first.knownAt), withReasons: true };
  const { bySubject } = await periodsBySubject(poolOf(source), subjects, first.on, known);
  return asked.map((each, at) => [each, bySubject[at]?.[0] ?? null]);
}
