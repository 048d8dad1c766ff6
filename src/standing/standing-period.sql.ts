import type { Pool } from 'pg';
import { wallClock } from '../clock.ts';
import { SqlParameters } from '../database/sql-parameters.ts';
import type { DocumentKind } from '../database/tables/document-number.table.ts';
import type { Audience } from '../disclosure/audience.ts';
import type { Day } from '../rules/calendar.ts';
import type { Standard } from '../rules/facts.ts';
import type { Basis, Standing } from '../rules/standing/standing.ts';
import { statementFor } from './period-statement.sql.ts';
import type { SubjectKind } from './subject.sql.ts';

// The only statement of verify:
// periodsOf(pool: Pool, subjects: readonly Subject[], on: Day, asked?: AskedFor): Promise<SubjectPeriods>
// It needs well-formed subjects (an account's id must be a UUID) and returns plain rows, in the order of the subjects.

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
  readonly accountReference: string;
  readonly wsibAccount: string | null;
  /** Only with `knownAt`: the number that the account has now. */
  readonly presentWsibAccount?: string | null;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly city: string | null;
  /** The document asked by its number: null for other subjects. */
  readonly documentKind: DocumentKind | null;
  readonly documentId: string | null;
  readonly documentNumber: string | null;
  /** Day of issue; of a confirmation of registration, the day of the confirmation. */
  readonly documentIssuedOn: Day | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly standing: Standing;
  readonly standard: Standard | null;
  readonly basis: Basis | null;
  readonly certificateId: string | null;
  readonly certificateNumber: string | null;
  readonly certificateIssuedOn: Day | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
  readonly letterYear: 1 | 2 | 3 | null;
  readonly letterIssuedOn: Day | null;
  readonly biddingDocumentId: string | null;
  readonly biddingDocumentNumber: string | null;
  readonly biddingDocumentIssuedOn: Day | null;
  readonly biddingDocumentLastDay: Day | null;
  readonly since: Day;
  readonly holdsUntil: Day | null;
  readonly nextStanding: Standing | null;
  /** Encoded: use `decodeReasons(reasons)` when they are asked for. */
  readonly reasons: string;
  /** Only for an audience with recipients: whether the account consents that one of them sees its registration. */
  readonly hasRegisteredConsent?: boolean;
}

/** The registry's answer for the subjects; a subject without a row identifies no known account. */
export interface SubjectPeriods {
  readonly rows: readonly SubjectPeriod[];
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
}

/**
 * The standing on a day of every account the subjects name, in one named statement. With `knownAt`, from what was recorded by that instant, including
 * names, city, numbers and documents. `accountId` and `organizationId` are the current ones.
 */
export async function periodsOf(
  pool: Pool,
  subjects: readonly Subject[],
  on: Day,
  { knownAt, audience = null }: AskedFor = {},
): Promise<SubjectPeriods> {
  const kinds = subjectKinds.filter((kind) => subjects.some((subject) => subject.kind === kind));
  if (kinds.length === 0) return { rows: [], presentAt: wallClock.wallNow(), firstRecordedAt: null };
  const asked = kinds.map((kind) => subjects.map((subject) => (subject.kind === kind ? subject.value : null)));
  const params = new SqlParameters();
  for (const value of [on, ...asked, ...(knownAt ? [knownAt] : [])]) params.add(value);
  const statement = statementFor(kinds, knownAt ? 'then' : 'now', audience, params);
  const { rows } = await pool.query<Row>({ ...statement, values: params.values });
  const [first] = rows;
  if (!first) throw new Error('The statement gives its instants whatever it finds.');
  return {
    rows: rows.flatMap((row) => (row.subject === null ? [] : [row])),
    presentAt: new Date(first.presentAt),
    firstRecordedAt: first.firstRecordedAt === null ? null : new Date(first.firstRecordedAt),
  };
}

/** As milliseconds: every row repeats them, and a Date takes long to parse. */
interface Instants {
  readonly presentAt: number;
  readonly firstRecordedAt: number | null;
}

type Row = Instants & (SubjectPeriod | { readonly subject: null });

const subjectKinds = ['account', 'wsibAccount', 'documentNumber', 'businessNumber'] as const satisfies readonly SubjectKind[];
