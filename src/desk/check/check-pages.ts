import { randomUUID } from 'node:crypto';
import { ApiRefused, ask } from '../api.ts';
import { type DeskAnswer, type DeskRequest, type Ending, field } from '../desk-request.ts';
import { html } from '../html.ts';
import { page, problemBox, unreal } from '../layout.ts';
import type { ListRow } from '../list-lines.ts';
import { keptRequirementsOperation } from '../operations.ts';
import { UnreadableList } from '../read-list.ts';
import { refusalEnding, refusalWords } from '../refusals.ts';
import { checkList, nameOf } from './check.service.ts';
import { type CheckedList, type CheckedRow, KeptLists } from './checked-list.ts';
import { csvOf, tableOf, xlsxOf } from './downloads.ts';
import { checkForm } from './form.ts';
import { keepReceipts } from './keep-receipts.ts';
import { mendedRows, questionOf } from './question.ts';
import { resultPage } from './result-page.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The pages of a list: its form, and its result as a page or a file. */
export class CheckPages {
  private readonly kept = new KeptLists();

  /** The form, with what went wrong above it. */
  form(request: DeskRequest, problem: string | null = null, ending: Ending = { status: 200 }): DeskAnswer {
    const { say } = request;
    const content = html`${problem !== null && problemBox(request, problem)}${checkForm(request)}`;
    return { ...ending, page: page(request, { title: say('checkTitle'), at: 'check', content }) };
  }

  /** Checks the list that a form sent. */
  async check(request: DeskRequest): Promise<DeskAnswer> {
    if (field(request.form, 'to') === 'requirements') return this.requirements(request);
    if (field(request.form, 'to') === 'question') return this.form(request);
    const name = field(request.form, 'kept');
    const earlier = name === '' ? null : this.kept.find(name, request);
    try {
      const list = await checkList(request, await questionOf(request), earlier);
      return await this.answer(request, list);
    } catch (error) {
      return this.refused(request, error, earlier, name);
    }
  }

  /** The form again, with the requirements that the reader keeps to choose from. */
  private async requirements(request: DeskRequest): Promise<DeskAnswer> {
    const { say } = request;
    if (request.reader === '') return this.form(request, say('requirementsNeedKey'), { status: 401 });
    try {
      const { keptRequirements } = await ask(request.send, keptRequirementsOperation);
      const remark = keptRequirements.length === 0 && html`<p class="remark" role="status">${say('noKeptRequirements')}</p>`;
      const content = html`${remark}${checkForm(request, keptRequirements)}`;
      return { status: 200, page: page(request, { title: say('checkTitle'), at: 'check', content }) };
    } catch (error) {
      if (!(error instanceof ApiRefused)) throw error;
      return this.form(request, refusalWords(request, error), refusalEnding(error));
    }
  }

  private async answer(request: DeskRequest, list: CheckedList): Promise<DeskAnswer> {
    const to = field(request.form, 'to');
    const table = () => tableOf(list, request.locale);
    const name = `cor-${list.on}`;
    if (to === 'csv') return { status: 200, file: csvOf(table()), type: 'text/csv; charset=utf-8', name: `${name}.csv` };
    if (to === 'xlsx') return { status: 200, file: await xlsxOf('COR', table()), type: spreadsheet, name: `${name}.xlsx` };
    if (to === 'pdf') return { status: 200, file: await evidenceOf(request, list), type: 'application/pdf', name: `${name}.pdf` };
    const kept = randomUUID();
    this.kept.keep(kept, list, request);
    return { status: 200, page: resultPage(request, list, kept) };
  }

  /** Keeps what was typed: shows the table again if its answers are still stored, else the form as it was filled in. */
  private refused(request: DeskRequest, error: unknown, earlier: CheckedList | null, name: string): DeskAnswer {
    const { say } = request;
    if (error instanceof UnreadableList) return this.form(request, say(error.id, error.values), unreadableEnding(error));
    if (!(error instanceof ApiRefused)) throw error;
    const sentence = refusalWords(request, error);
    const ending = refusalEnding(error);
    if (!earlier) return this.form(request, sentence, ending);
    return { ...ending, page: resultPage(request, asTyped(request, earlier), name, problemBox(request, sentence)) };
  }
}

/** A list that the budget will cover in a while is asked about then; any other is to be corrected. */
const unreadableEnding = ({ id, values: { seconds } }: UnreadableList): Ending =>
  id === 'moreThanBudget' ? { status: 429, retryAfter: Number(seconds) } : { status: 400 };

/** The evidence of a list, under the numbers of receipts if the reader has a key: without one none is kept. */
async function evidenceOf(request: DeskRequest, list: CheckedList): Promise<Buffer> {
  // Loaded with the first evidence that somebody keeps: what writes PDF files would delay every start.
  const { evidencePdf } = await import('./evidence-pdf.ts');
  return evidencePdf(list, request.locale, {
    receipts: request.reader === '' ? [] : await keepReceipts(request.send, list),
    address: request.address,
    unreal: unreal(request),
  });
}

/** An earlier answer with the corrections that were typed since: their rows have no answer yet. */
function asTyped({ form, say }: DeskRequest, earlier: CheckedList): CheckedList {
  if (!form?.has('row-name')) return earlier;
  const known = new Map(earlier.rows.map((each) => [nameOf(each.row), each]));
  return { ...earlier, rows: mendedRows(form).map((row) => known.get(nameOf(row)) ?? unanswered(row, say('notChecked'))) };
}

const unanswered = (row: ListRow, message: string): CheckedRow => ({
  row,
  answer: {
    ...row,
    status: 'INVALID',
    candidates: [],
    notLookedFor: [],
    verification: null,
    nameAgrees: null,
    problem: { field: 'name', looksLike: '', message },
    partners: [],
  },
  requirement: null,
});
