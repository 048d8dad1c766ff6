import { type StoredPeriod, shownDocuments, shownFacts } from '../accounts/shown-period.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import type { ListForm, ListHead } from './public-list-type.ts';

/** An account of the list as a statement returns it. */
export interface EntryRow extends StoredPeriod {
  readonly accountId: string;
  readonly legalName: string;
  readonly city: string | null;
}

/**
 * What §14 makes public of an account, with the name and the city by which its firm is known. The number of a WSIB account is not among them: the file
 * would answer for every number at once what `verify` answers for one that the caller already has.
 */
interface Entry {
  readonly account: string;
  readonly organizationName: string;
  readonly city: string | null;
  readonly standing: string;
  readonly basis: string | null;
  readonly standard: string | null;
  readonly certificateNumber: string | null;
  readonly issuedOn: Day | null;
  readonly endsOn: Day | null;
}

/** The caller for whom the list is made: anyone. */
export const anyone = { scope: 'public', holder: null, organizationId: null } as const;

/** An account as anyone may see it. */
export function entryOf(row: EntryRow): Entry {
  const shown = shownFacts(viewerOf({ caller: anyone }), row);
  const { certificate } = shownDocuments(shown, row);
  return {
    account: toGlobalId('Account', row.accountId),
    organizationName: row.legalName,
    city: row.city,
    standing: shown.standing,
    basis: shown.basis,
    standard: shown.standard,
    certificateNumber: shown.certificate,
    issuedOn: certificate?.issuedOn ?? null,
    endsOn: certificate?.endsOn ?? null,
  };
}

/** How a list is written in a form: its beginning, and each account. */
interface Writing {
  begin(head: ListHead): string;
  line(entry: Entry, head: ListHead): string;
}

const fields = [
  'account',
  'organizationName',
  'city',
  'standing',
  'basis',
  'standard',
  'certificateNumber',
  'issuedOn',
  'endsOn',
] as const satisfies readonly (keyof Entry)[];

const told = ['day', 'knownAt', 'position'] as const satisfies readonly (keyof ListHead)[];

/** JSON Lines begin with the head of the list; CSV (RFC 4180) has its day, instant and position in each row. */
export const writings: Readonly<Record<ListForm, Writing>> = {
  jsonl: {
    begin: (head) => `${JSON.stringify({ type: 'publicList', ...head })}\n`,
    line: (entry) => `${JSON.stringify({ type: 'account', ...entry })}\n`,
  },
  csv: {
    begin: () => csvLine([...fields, ...told]),
    line: (entry, head) => csvLine([...fields.map((field) => entry[field] ?? ''), ...told.map((field) => head[field])]),
  },
};

const csvLine = (values: readonly string[]): string => `${values.map(csvValue).join(',')}\r\n`;

const csvValue = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
