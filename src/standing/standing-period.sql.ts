import type { Pool } from 'pg';
import { wallClock } from '../clock.ts';
import { shapedRows } from '../database/shaped-rows.ts';
import { SqlParameters } from '../database/sql-parameters.ts';
import type { DocumentKind } from '../database/tables/document-number.table.ts';
import type { Audience } from '../disclosure/audience.ts';
import type { Day } from '../rules/calendar.ts';
import type { Standard } from '../rules/facts.ts';
import type { Basis, Standing } from '../rules/standing/standing.ts';
import { type Extent, statementFor } from './period-statement.sql.ts';
import type { SubjectKind } from './subject.sql.ts';

// The only statement of verify:
// periodsOf(pool: Pool, subjects: readonly Subject[], on: Day, asked: AskedFor): Promise<SubjectPeriods>
// It needs well-formed subjects (an account's id must be a UUID) and returns plain rows, each with the place of its subject.

/** The account asked about, identified in one of four ways. A business number may identify several. */
export interface Subject {
  readonly kind: SubjectKind;
  /** The id of the account (a UUID, not a global id), its WSIB account, a document's number, or a business number: as stored. */
  readonly value: string;
}

export type { SubjectKind };

/** The period that holds on the day asked, for one account that a subject names. */
export interface SubjectPeriod {
  /** Index of the subject among those asked, from 0. */
  readonly subject: number;
  readonly accountId: string;
  readonly wsibAccount: string | null;
  /** Only with `knownAt`: the number that the account has now. */
  readonly presentWsibAccount?: string | null;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly city: string | null;
  readonly standing: Standing;
  readonly standard: Standard | null;
  readonly basis: Basis | null;
  /** The ids of documents: only where they were asked for. */
  readonly certificateId?: string | null;
  readonly certificateNumber: string | null;
  readonly certificateIssuedOn: Day | null;
  readonly letterId?: string | null;
  readonly letterNumber: string | null;
  readonly letterYear: 1 | 2 | 3 | null;
  readonly letterIssuedOn: Day | null;
  readonly biddingDocumentId?: string | null;
  readonly biddingDocumentNumber: string | null;
  readonly biddingDocumentIssuedOn: Day | null;
  readonly biddingDocumentLastDay: Day | null;
  readonly since: Day;
  readonly holdsUntil: Day | null;
  readonly nextStanding: Standing | null;
  /** Only where they were asked for; encoded: use `decodeReasons(reasons)`. */
  readonly reasons?: string;
  /** Only for an audience with recipients: whether the account consents that one of them sees its registration. */
  readonly hasRegisteredConsent?: boolean;
}

/** The same with all that is known of the account and of how it was named. */
export interface WholePeriod extends SubjectPeriod {
  readonly accountReference: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly certificateId: string | null;
  readonly letterId: string | null;
  readonly biddingDocumentId: string | null;
  /** The document asked by its number: null for other subjects. */
  readonly documentKind: DocumentKind | null;
  readonly documentId: string | null;
  readonly documentNumber: string | null;
  /** Day of issue; of a confirmation of registration, the day of the confirmation. */
  readonly documentIssuedOn: Day | null;
  readonly reasons: string;
}

/** The registry's answer for the subjects; a subject without a row identifies no known account. */
export interface SubjectPeriods<Period = SubjectPeriod> {
  readonly rows: readonly Period[];
  /** The subjects given as WSIB accounts that are the number of a document, whoever's. */
  readonly documents: readonly number[];
  /** The database's current time: without `knownAt`, the instant as of which this holds. */
  readonly presentAt: Date;
  /** Only with `knownAt`: the first instant at which anything was recorded, null if nothing was. */
  readonly firstRecordedAt: Date | null;
}

/** What a question may add: the instant as of which it is asked, and the caller. */
export interface AskedFor {
  readonly knownAt?: Date | undefined;
  /** To whom accounts must be visible: a hidden one gives no row, like one that does not exist. Default: a caller who sees every file. */
  readonly audience?: Audience | null;
  /** Whether the reasons are read: they are the longest of a period, and few ask for them. */
  readonly withReasons: boolean;
  /** Whether the ids of documents are read; default: yes. */
  readonly withIds?: boolean;
}

/**
 * The standing on a day of every account the subjects name, in one named statement. With `knownAt`, from what was recorded by that instant, including
 * names, city, numbers and documents. `accountId` and `organizationId` are the current ones.
 */
export const periodsOf = (pool: Pool, subjects: readonly Subject[], on: Day, asked: AskedFor): Promise<SubjectPeriods> =>
  readPeriods(pool, subjects, on, asked, extentOf(asked));

const extentOf = ({ withReasons, withIds = true }: Pick<AskedFor, 'withReasons' | 'withIds'>): Extent =>
  withReasons ? (withIds ? '_iw' : '_w') : withIds ? '_i' : '';

/** The same with all that is known of the accounts. */
export const wholePeriodsOf = (
  pool: Pool,
  subjects: readonly Subject[],
  on: Day,
  asked: Pick<AskedFor, 'knownAt' | 'audience'> = {},
): Promise<SubjectPeriods<WholePeriod>> => readPeriods(pool, subjects, on, asked, '_all');

async function readPeriods<Period>(
  pool: Pool,
  subjects: readonly Subject[],
  on: Day,
  { knownAt, audience = null }: Pick<AskedFor, 'knownAt' | 'audience'>,
  extent: Extent,
): Promise<SubjectPeriods<Period>> {
  const kinds = kindsOf(subjects);
  if (kinds.length === 0) return { rows: [], documents: [], presentAt: wallClock.wallNow(), firstRecordedAt: null };
  const asked = kinds.map((kind) => subjects.map((subject) => (subject.kind === kind ? subject.value : null)));
  const params = new SqlParameters();
  for (const value of [on, ...asked, ...(knownAt ? [knownAt] : [])]) params.add(value);
  const statement = statementFor(kinds, knownAt ? 'then' : 'now', { audience, extent }, params);
  const rows = await shapedRows<Row<Period>>(pool, statement, params.values);
  const [first] = rows;
  if (!first) throw new Error('The statement gives its instants whatever it finds.');
  const { presentAt, firstRecordedAt = null, documents } = first;
  return {
    rows: rows.filter((row) => row.accountId !== null),
    documents: documents === undefined ? withoutAccount(rows) : (documents ?? []),
    presentAt: new Date(presentAt),
    firstRecordedAt: firstRecordedAt === null ? null : new Date(firstRecordedAt),
  };
}

/** In the statement of a list of numbers, one that is a document's has a row without an account. */
function withoutAccount(rows: readonly Row<unknown>[]): readonly number[] {
  const subjects: number[] = [];
  for (const { subject, accountId } of rows) if (subject !== null && accountId === null) subjects.push(subject);
  return subjects;
}

/** What every row repeats; instants as milliseconds, because a Date takes long to parse. */
interface Repeated {
  /** Only where an account is given by its number and the statement is not that of a list of numbers; null if none is the number of a document. */
  readonly documents?: readonly number[] | null;
  readonly presentAt: number;
  /** Only with `knownAt`. */
  readonly firstRecordedAt?: number | null;
}

/** Of a statement that finds nothing, the one row has nothing but what every row repeats. */
type Row<Period> = Repeated & Period & { readonly subject: number | null; readonly accountId: string | null };

/** The kinds of some subjects, each once, in one order. */
export const kindsOf = (subjects: readonly Subject[]): readonly SubjectKind[] =>
  subjectKinds.filter((kind) => subjects.some((subject) => subject.kind === kind));

const subjectKinds = ['account', 'wsibAccount', 'documentNumber', 'businessNumber'] as const satisfies readonly SubjectKind[];
