import { readDay } from '../../import/days.ts';
import type { Day } from '../../rules/calendar.ts';
import { TenderRoute } from '../../tenders/requirement.input.ts';
import { ask } from '../api.ts';
import { type DeskRequest, field, fields } from '../desk-request.ts';
import { isNamed, type ReadList } from '../list-columns.ts';
import type { ListRow } from '../list-lines.ts';
import { keptRequirementsOperation } from '../operations.ts';
import { readFileBytes, readPasted, UnreadableList } from '../read-list.ts';

/** The routes that a tender may accept, as the API names them. */
export const routes = Object.keys(TenderRoute);

/** Who may ask, as the API names them. */
export const owners = ['NOT_GIVEN', 'PUBLIC_SECTOR', 'GOVERNMENT', 'PRIVATE'] as const;

/** The question for every row. */
export interface Asked {
  /** Null means today. */
  readonly on: Day | null;
  readonly contractTo: Day | null;
  readonly routes: readonly string[];
  readonly isPendingAccepted: boolean;
  readonly owner: string;
  readonly isForConstruction: boolean;
  /** The name under which the reader keeps the requirement. Default: it was ticked in the form. */
  readonly name?: string | null;
}

/** A list and the question about it. */
export interface Question extends Asked {
  readonly rows: readonly ListRow[];
  /** How the list was read; null if its rows come from the table of an earlier answer. */
  readonly read: Omit<ReadList, 'rows'> | null;
}

/** The question of a form. Throws UnreadableList if it cannot be understood, ApiRefused if the API does not show a kept requirement. */
export async function questionOf(request: DeskRequest): Promise<Question> {
  const { form } = request;
  if (!form) throw new UnreadableList('noRows');
  const asked = await withKept(request, askedIn(form));
  if (asked.contractTo !== null && asked.contractTo < (asked.on ?? request.today)) throw new UnreadableList('contractEndsBefore');
  if (form.has('row-name')) return { ...asked, ...shownRows(form) };
  const { rows, ...read } = await listIn(form);
  return { ...asked, rows, read };
}

function askedIn(form: FormData): Asked {
  const owner = owners.find((each) => each === field(form, 'owner')) ?? 'NOT_GIVEN';
  return {
    on: dayIn(form, 'on'),
    contractTo: dayIn(form, 'contractTo'),
    routes: routes.filter((route) => form.getAll('route').includes(route)),
    // A box that is not ticked sends nothing, so the form also says that it has the box.
    isPendingAccepted: !form.has('asksPending') || form.has('pending'),
    owner,
    isForConstruction: field(form, 'construction') !== 'no',
    name: field(form, 'requirement-name') || null,
  };
}

/** What the tender accepts, as the reader keeps it under the chosen name; the days of the form go before the kept ones. */
async function withKept({ form, send }: DeskRequest, asked: Asked): Promise<Asked> {
  const chosen = field(form, 'requirement');
  if (chosen === '') return asked;
  const { keptRequirements } = await ask(send, keptRequirementsOperation);
  const kept = keptRequirements.find(({ name }) => name === chosen);
  if (!kept) throw new UnreadableList('noSuchRequirement');
  return { ...kept, on: asked.on, contractTo: asked.contractTo ?? kept.contractTo };
}

function dayIn(form: FormData, name: string): Day | null {
  const text = field(form, name);
  if (text === '') return null;
  const read = readDay(text);
  if ('whyNot' in read) throw new UnreadableList('badDay');
  return read.day;
}

async function listIn(form: FormData): Promise<ReadList> {
  const file = form.get('file');
  const list =
    file instanceof File && file.size > 0
      ? await readFileBytes(new Uint8Array(await file.arrayBuffer()))
      : await readPasted(field(form, 'list'));
  if (list.rows.length === 0) throw new UnreadableList('noRows');
  return list;
}

/** The rows of a displayed table; the line that was taken for its header is the first of them if the reader says so. */
function shownRows(form: FormData): Pick<Question, 'rows' | 'read'> {
  const rows = mendedRows(form);
  if (rows.length === 0) throw new UnreadableList('noRows');
  if (!form.has('header-is-row')) return { rows, read: null };
  const header = { name: field(form, 'header-name'), number: field(form, 'header-number') };
  return { rows: [header, ...rows], read: { columns: [], left: [], header: null, above: [], badLines: [], otherSheets: [] } };
}

/** What stands before the first colon of a field, and behind it. */
function parted(text: string): readonly [string, string] {
  const at = text.indexOf(':');
  return [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
}

/** A joint venture whose partners were chosen. The number beside it is that of the one partner whose legal name other accounts have too. */
function withPartners(form: FormData, at: string, typed: ListRow): ListRow {
  return fields(form, `partner-${at}`).reduce((row, each) => {
    const [place, partner] = parted(each);
    const [number, name] = parted(field(form, `choice-${at}-${place}`));
    if (name === '' || partner === '') return row;
    return { name: row.name.replace(partner, () => name), number: row.number === '' ? number : row.number };
  }, typed);
}

/** The rows of a displayed table, with corrections and choices; it may have been sorted since. A row that was emptied since is left out. */
export function mendedRows(form: FormData): readonly ListRow[] {
  const [names, numbers] = [fields(form, 'row-name'), fields(form, 'row-number')];
  const rows = fields(form, 'row-at').map((at, place) => {
    const chosen = field(form, `choice-${at}`);
    const typed = { name: (names[place] ?? '').trim(), number: chosen === '' ? (numbers[place] ?? '').trim() : chosen };
    return { at: Number(at), ...withPartners(form, at, typed) };
  });
  const cameEmpty = new Set(fields(form, 'row-empty').map(Number));
  return rows
    .filter((row) => isNamed(row) || cameEmpty.has(row.at))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name, number }) => ({ name, number }));
}
