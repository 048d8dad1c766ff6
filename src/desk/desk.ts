import { AccountPages } from './account/account-pages.ts';
import { CheckPages } from './check/check-pages.ts';
import type { DeskAnswer, DeskRequest, Ending } from './desk-request.ts';
import { html } from './html.ts';
import { page } from './layout.ts';
import { ProofPages } from './proof/proof-pages.ts';
import { ReceiptPages } from './receipt/receipt-pages.ts';

/** The pages for people: clients of the API like any other. */
export class Desk {
  readonly check = new CheckPages();
  readonly accounts = new AccountPages();
  readonly proofs = new ProofPages();
  readonly receipts = new ReceiptPages();

  /** What a browser sees at /graphql, which answers programs. */
  graphql(request: DeskRequest): DeskAnswer {
    const { say } = request;
    const content = html`<p class="lead">${say('graphqlIntro')}</p>
<ul><li><a href="/explorer">${say('explorer')}</a></li><li><a href="/schema.graphql">${say('schema')}</a></li></ul>`;
    return { status: 200, page: page(request, { title: say('graphqlTitle'), content }) };
  }

  /** What a browser sees of a page that could not be made. */
  failed(request: DeskRequest, sentence: string, ending: Ending): DeskAnswer {
    const { say, path } = request;
    const content = html`<p role="alert">${sentence}</p>${path !== null && html`<p><a href="${path}">${say('tryAgain')}</a></p>`}`;
    return { ...ending, page: page(request, { title: say('problemTitle'), content }) };
  }

  /** What a browser sees at an unknown address. */
  notFound(request: DeskRequest): DeskAnswer {
    const { say } = request;
    const content = html`<p>${say('notFound')}</p><p><a href="/">${say('backToStart')}</a></p>`;
    return { status: 404, page: page(request, { title: say('notFoundTitle'), content }) };
  }
}
