import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { poolOf } from '../database/data-source.ts';
import type { DocumentKind } from '../database/tables/document-number.table.ts';
import { isNameOf, type Named } from '../proof/holder.ts';
import { type CheckedDocument, documentAmong } from '../proof/proof.loader.ts';
import type { Day } from '../rules/calendar.ts';
import type { PresentedDocument } from '../rules/tender/requirement.ts';
import { decodeReasons } from '../standing/reasons.ts';
import { periodsBySubject } from '../standing/shared-periods.ts';
import type { SubjectPeriod } from '../standing/standing-period.sql.ts';
import type { Bidder } from './asked-bidders.ts';
import type { Asking } from './shown-day.ts';

/** A document that a bidder shows, and the first day without effect as far as it is known. */
export interface ShownDocument extends PresentedDocument {
  readonly until: Day | null;
  readonly accountId: string;
}

/**
 * G-2.1.b, X-8, G-5.a: the document whose number a bidder gave, if it is one for a route of the tender. Whoever has its number may check it, so
 * its account need not be visible; a name beside it must be its holder's.
 */
export async function presentedDocument(
  context: Context,
  { requirement: { routes }, on, knownAt }: Asking,
  { numbers: given, names }: Pick<Bidder, 'numbers' | 'names'>,
): Promise<ShownDocument | null> {
  const numbers = given.filter(({ kind }) => kind === 'documentNumber').map(({ value }) => value);
  if (numbers.length === 0 || !routes.some((route) => route === 'REGISTRATION' || route === 'RECIPROCITY')) return null;
  const found = await (knownAt === null
    ? presentDocument(context, numbers, on)
    : context.loader(documentKnownThen).load({ numbers, on, knownAt }));
  if (found === null || (names.length > 0 && !names.some((name) => isNameOf(name, found.holder)))) return null;
  return found.document;
}

/** A document with the names of its holder. */
interface HeldDocument {
  readonly document: ShownDocument;
  readonly holder: Named;
}

const routeOf: Readonly<Partial<Record<CheckedDocument['kind'] | DocumentKind, PresentedDocument['route']>>> = {
  CONFIRMATION_OF_REGISTRATION: 'REGISTRATION',
  LETTER_OF_INTENT: 'REGISTRATION',
  INTERIM_LETTER_OF_GOOD_STANDING: 'RECIPROCITY',
  LETTER_OF_RECIPROCITY: 'RECIPROCITY',
  BIDDING_DOCUMENT: 'RECIPROCITY',
};

async function presentDocument(context: Context, numbers: readonly string[], on: Day): Promise<HeldDocument | null> {
  const holder = await context.loader(documentAmong).load({ numbers, on });
  const route = holder && routeOf[holder.kind];
  if (!holder || !route) return null;
  const { number, effect, accountId } = holder;
  return { holder, document: { route, number, inEffect: effect.inEffect, until: effect.until, accountId } };
}

interface AskedThen {
  readonly numbers: readonly string[];
  readonly on: Day;
  readonly knownAt: Instant;
}

/** The same as known at an instant, by the period of its account then, with one statement for each day and instant. */
const documentKnownThen = (source: DataSource): DataLoader<AskedThen, HeldDocument | null> =>
  new DataLoader(
    async (asked) => {
      const moments = [...new Set(asked.map(momentOf))];
      const groups = await Promise.all(
        moments.map((moment) =>
          heldThen(
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

async function heldThen(source: DataSource, asked: readonly AskedThen[]): Promise<readonly (readonly [AskedThen, HeldDocument | null])[]> {
  const [first] = asked;
  if (!first) return [];
  const subjects = asked.flatMap(({ numbers }) => numbers.map((value) => ({ kind: 'documentNumber', value }) as const));
  const { bySubject } = await periodsBySubject(poolOf(source), subjects, first.on, { knownAt: new Date(first.knownAt) });
  const inOrder = bySubject.values();
  return asked.map((each) => {
    const periods = each.numbers.flatMap(() => inOrder.next().value ?? []);
    return [each, periods.map(heldIn).find((held) => held !== null) ?? null];
  });
}

function heldIn(period: SubjectPeriod): HeldDocument | null {
  const { documentKind, documentNumber: number, organizationName, accountId } = period;
  const route = documentKind && routeOf[documentKind];
  if (!route || number === null) return null;
  const holder = { organizationName, operatingName: null, formerNames: [] };
  return { holder, document: { route, number, inEffect: isEffective(period), until: null, accountId } };
}

/** G-2.1.b, R-21: whether the standing of an account rests on the document that found it. */
function isEffective({ documentKind, documentNumber, documentIssuedOn, standing, biddingDocumentNumber, reasons }: SubjectPeriod): boolean {
  if (documentKind === 'BIDDING_DOCUMENT') return standing === 'BIDDING_ONLY' && biddingDocumentNumber === documentNumber;
  if (standing !== 'REGISTERED') return false;
  return decodeReasons(reasons).some(({ clause, holds, because }) => {
    return clause === 'G-2.1.b' && holds && because.values.confirmedOn === documentIssuedOn;
  });
}
