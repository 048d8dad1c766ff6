import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AccountSource } from '../accounts/account.type.ts';
import type { StoredPeriod } from '../accounts/shown-period.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { poolOf } from '../database/data-source.ts';
import type { Day } from '../rules/calendar.ts';
import type { Standard } from '../rules/facts.ts';
import { type EquivalencyBeside, equivalencyBeside } from '../rules/standing/other-certificate.ts';
import { isOfRoute, type OtherCertificate, type ShownDay } from '../rules/tender/route.ts';
import { firstReplacedAfter } from '../standing/known-then.sql.ts';
import { decodeReasons } from '../standing/reasons.ts';
import type { Asking } from './shown-day.ts';
import { timelineWithin } from './timeline-within.ts';

/** A certificate in effect beside the one that is shown, and the days of that: the last one not included. */
export interface DatedCertificate extends OtherCertificate {
  readonly from: Day;
  readonly to: Day | null;
}

type Shown = Pick<ShownDay, 'standing' | 'basis' | 'standard'>;

/**
 * the certificates of an account that are in effect beside the one shown, where one may meet a route that the one shown does not. Every certificate
 * of a certified account is public.
 */
export async function otherCertificates(
  context: Context,
  asking: Asking,
  account: AccountSource | null,
  shown: Shown,
): Promise<readonly DatedCertificate[]> {
  if (account === null || !isNeeded(asking, shown)) return [];
  const periods = await timelineWithin(context, asking, account.accountId);
  const found = periods.flatMap((period) => {
    const beside = besideIn(period);
    return beside ? [{ ...beside, period }] : [];
  });
  return Promise.all(
    found.map(async ({ number, basis, period }) => {
      const standard = await standardOf(context, asking, { number, shown: period.standard });
      return { number, basis, standard, from: period.validFrom, to: period.validTo };
    }),
  );
}

/** The one of a day. */
export const otherCertificateOn = (certificates: readonly DatedCertificate[], on: Day): OtherCertificate | null =>
  certificates.find(({ from, to }) => from <= on && (to === null || on < to)) ?? null;

/** For a day, only where the certificate shown misses a route; over a contract another one may be shown later. */
function isNeeded({ requirement: { routes }, contract }: Asking, shown: Shown): boolean {
  if (contract !== null) return routes.some((route) => !isOfRoute(route, { basis: null, standard: null }));
  return shown.standing === 'CERTIFIED' && shown.basis === 'EXTERNAL_AUDIT' && routes.some((route) => !isOfRoute(route, shown));
}

const besideIn = ({ standing, basis, certificateNumber, reasons }: StoredPeriod): EquivalencyBeside | null =>
  standing === 'CERTIFIED' && basis === 'EXTERNAL_AUDIT' ? equivalencyBeside(decodeReasons(reasons), certificateNumber) : null;

/** Its standard, where it decides: beside a certificate to COR 2020 it does not. Null if it is not on record under its number. */
async function standardOf(
  context: Context,
  { requirement: { routes }, knownAt }: Asking,
  { number, shown }: { readonly number: string; readonly shown: Standard | null },
): Promise<Standard | null> {
  if (shown === 'COR_2020' || !routes.includes('COR_2020_ROUTE')) return null;
  return context.loader(standardThen).load({ number, knownAt });
}

interface AskedStandard {
  readonly number: string;
  /** Null for what is recorded now. */
  readonly knownAt: Instant | null;
}

/** The standard that a certificate was issued to, as known at an instant: one statement, however many certificates and instants. */
const standardThen = (source: DataSource): DataLoader<AskedStandard, Standard | null, string> =>
  new DataLoader(
    async (asked) => {
      const { rows } = await poolOf(source).query<{ readonly standard: Standard | null }>({
        name: 'standards_of_certificates_then',
        text: standardsSql,
        values: [asked.map(({ number }) => number), asked.map(({ knownAt }) => knownAt)],
      });
      return rows.map(({ standard }) => standard);
    },
    { cacheKeyFn: ({ number, knownAt }) => `${number} ${knownAt}` },
  );

// Without an instant nothing is replaced after it.
const standardsSql = `
  select coalesce(replaced.was->>'standard', certificate.standard) as standard
  from unnest($1::text[], $2::timestamptz[]) with ordinality as asked (number, known_at, place)
  left join certificate on certificate.number = asked.number
  left join lateral (${firstReplacedAfter('asked.known_at', 'certificate.id')}) as replaced on true
  order by asked.place`;
