import { dayBefore } from '../../rules/calendar.ts';
import { type Locale, writeDay } from '../../rules/messages/messages.ts';
import { ApiRefused, ask } from '../api.ts';
import { type DeskAnswer, type DeskRequest, type Ending, field } from '../desk-request.ts';
import { type Html, html } from '../html.ts';
import { page, problemBox, unreal } from '../layout.ts';
import { type ProofAnswer, proofOperation } from '../operations.ts';
import { refusalEnding, refusalWords } from '../refusals.ts';
import { capitalized } from '../standing-words.ts';
import { sayIn } from '../words.ts';
import { factsOf, holderOf, verdictOf } from './proof-facts.ts';
import { codePicture, codeText } from './qr.ts';

/** The page of a document: what a person who scans its code sees. */
export class ProofPages {
  form(request: DeskRequest, problem: string | null = null, ending: Ending = { status: 200 }): DeskAnswer {
    const { say } = request;
    const content = html`${problem !== null && problemBox(request, problem)}<p class="lead">${say('proofIntro')}</p>${numberForm(request)}`;
    return { ...ending, page: page(request, { title: say('proofTitle'), at: 'proof', content }) };
  }

  /** The document with a number, in both languages: a page, or with `.pdf` behind the number a file. */
  async show(request: DeskRequest, given: string): Promise<DeskAnswer> {
    const isPdf = given.endsWith('.pdf');
    const number = isPdf ? given.slice(0, -'.pdf'.length) : given;
    try {
      const { proof } = await ask(request.send, proofOperation, { number, holder: holderOf(field(request.query, 'holder')) });
      if (proof && isPdf) return await pdfAnswer(request, proof);
      return proof ? { status: 200, page: documentPage(request, proof) } : { status: 404, page: unknownPage(request, number) };
    } catch (error) {
      if (!(error instanceof ApiRefused)) throw error;
      return this.form(request, refusalWords(request, error), refusalEnding(error));
    }
  }
}

async function pdfAnswer(request: DeskRequest, proof: ProofAnswer): Promise<DeskAnswer> {
  const { locale, address } = request;
  // Loaded with the first document that somebody prints: what writes PDF files would delay every start.
  const { proofPdf } = await import('./proof-pdf.ts');
  return {
    status: 200,
    file: await proofPdf(proof, locale, { address, unreal: unreal(request) }),
    type: 'application/pdf',
    name: `${proof.number}.pdf`,
    isInline: true,
  };
}

function unknownPage(request: DeskRequest, number: string): Html {
  const { say } = request;
  const content = html`<p class="verdict bad" role="status"><span aria-hidden="true">✗</span> ${say('unknownDocument')}</p><p>${say('proofUnknown')}</p>${numberForm(request, number)}`;
  return page(request, { title: say('proofTitle'), at: 'proof', content });
}

function documentPage(request: DeskRequest, proof: ProofAnswer): Html {
  const { say, locale, address } = request;
  const other = locale === 'fr' ? 'en' : 'fr';
  const code = codeText(address, proof.number);
  const content = html`<article class="document">
${documentIn(locale, proof, holderPart(request, proof))}
<section class="other" lang="${other}" aria-label="${sayIn(locale)('alsoIn')}">${documentIn(other, proof, null)}</section>
<div class="scan">${codePicture(code, say('scan'))}<p>${sayIn('en')('scan')}<br><span lang="fr">${sayIn('fr')('scan')}</span></p></div>
</article>
<p class="actions unprinted"><a href="${pdfAddress(request, proof)}">${say('pdf')}</a> <button type="button" class="second" data-print hidden>${say('print')}</button>
${proof.wsibAccount !== null && html`<a href="/accounts/${encodeURIComponent(proof.wsibAccount)}">${say('standingOfFirm')}</a>`}</p>`;
  return page(request, { title: capitalized(locale === 'fr' ? proof.kindFr : proof.kindEn), number: proof.number, at: 'proof', content });
}

/** The file says as much of the firm as the page does. */
function pdfAddress({ query }: DeskRequest, { number }: ProofAnswer): string {
  const holder = field(query, 'holder');
  return `/proof/${encodeURIComponent(number)}.pdf${holder === '' ? '' : `?${new URLSearchParams({ holder })}`}`;
}

/** The document in one language; both are on the page, because it is printed in both. `holder` is in the reader’s language: null in the other. */
function documentIn(locale: Locale, proof: ProofAnswer, holder: Html | false | null): Html {
  const say = sayIn(locale);
  const { effectiveUntil } = proof;
  const { word, sign, tone } = verdictOf(proof);
  const rows = factsOf(locale, proof);
  return html`<p class="verdict ${tone}"${holder !== null && html` role="status"`}><span aria-hidden="true">${sign}</span> ${say(word)}</p>
<p>${locale === 'fr' ? proof.statementFr : proof.statementEn}</p>
${holder}
<dl class="facts">${rows.map(([name, value]) => html`<div${value === proof.organizationName && html` class="long"`}><dt>${name}</dt><dd>${value}</dd></div>`)}
${effectiveUntil && html`<div class="long"><dt>${say('effectiveUntil')}</dt><dd>${writeDay(locale, dayBefore(effectiveUntil))}</dd></div>`}</dl>
${proof.organizationName !== null && html`<p class="hint">${say('compare')}</p>`}`;
}

/** An imported number can be guessed, so its firm is named only to a person who knows it: here it is compared. */
function holderPart(request: DeskRequest, { organizationName, holderAgrees }: ProofAnswer): Html | false {
  const { say, query, locale } = request;
  if (holderAgrees === true) return html`<p class="remark" role="status"><span aria-hidden="true">✓</span> ${say('holderAgrees')}</p>`;
  if (organizationName !== null && holderAgrees === null) return false;
  return html`${holderAgrees === false && html`<p class="problem" role="alert"><span aria-hidden="true">✗</span> ${say('holderDisagrees')}</p>`}
<form method="get" class="ask short unprinted"><input type="hidden" name="lang" value="${locale}">
<label for="holder">${say('holder')}</label><p class="hint" id="holder-hint">${say('holderHint')}</p>
<input id="holder" name="holder" value="${field(query, 'holder')}" required maxlength="200" autocomplete="off" aria-describedby="holder-hint">
<p class="actions"><button type="submit">${say('holderSubmit')}</button></p></form>`;
}

const numberForm = (
  { say, query, locale }: DeskRequest,
  number = field(query, 'number'),
): Html => html`<form method="get" action="/proof" class="ask short">
<input type="hidden" name="lang" value="${locale}">
<label for="number">${say('documentNumber')}</label>
<input id="number" name="number" value="${number}" required maxlength="64" autocomplete="off" autocapitalize="characters">
<p class="actions"><button type="submit">${say('submitProof')}</button></p>
</form>`;
