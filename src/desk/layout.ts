import { writeDay } from '../rules/messages/messages.ts';
import type { DeskRequest } from './desk-request.ts';
import { Html, html, type Part } from './html.ts';
import { unbrokenPage } from './unbroken.ts';
import type { WordId } from './words.ts';

/** What a page has besides its content. */
export interface PageParts {
  readonly title: string;
  /** A number at the end of the heading, which is not divided. */
  readonly number?: string;
  /** Which page of the navigation it is. */
  readonly at?: 'check' | 'account' | 'proof' | 'receipt';
  readonly content: Part;
  /** Where the language switch leads from the answer to a form. Default: to the first page; the script sends a list’s form again. */
  readonly again?: string;
}

const links: readonly (readonly [NonNullable<PageParts['at']>, string, WordId])[] = [
  ['check', '/', 'check'],
  ['account', '/accounts', 'account'],
  ['proof', '/proof', 'proof'],
  ['receipt', '/receipts', 'receiptNav'],
];

/** A whole page: everything around its content. */
export const page = (request: DeskRequest, parts: PageParts): Html => new Html(unbrokenPage(whole(request, parts).text));

function whole(request: DeskRequest, parts: PageParts): Html {
  const { locale, say } = request;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading(parts)} – ${say('title')}</title>
<link rel="icon" href="/desk/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/desk/desk.css">
<script src="/desk/desk.js" defer></script>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
${header(request, parts)}
<main id="content" class="inner" tabindex="-1">
<h1>${parts.title}${parts.number !== undefined && html` <span class="whole">${parts.number}</span>`}</h1>
${parts.content}
</main>
${footer(request)}
</body>
</html>
`;
}

const heading = ({ title, number }: PageParts): string => (number === undefined ? title : `${title} ${number}`);

/** What must be said on every page and paper of a registry that is not a real one. */
export const unreal = ({ say, locale, isSynthetic, sandboxDay }: DeskRequest): readonly string[] => [
  ...(sandboxDay === null ? [] : [say('sandbox', { day: writeDay(locale, sandboxDay) })]),
  ...(isSynthetic ? [say('synthetic')] : []),
];

function header(request: DeskRequest, { at, again }: PageParts): Html {
  const { say } = request;
  return html`<header class="top">
${unreal(request).map((sentence) => html`<p class="band"><span aria-hidden="true">⚠</span> ${sentence}</p>`)}
<div class="inner">
<a class="brand" href="/">${say('title')}</a>
<nav aria-label="${say('navigation')}"><ul>
${links.map(([id, href, word]) => html`<li><a href="${href}"${id === at && html` aria-current="page"`}>${say(word)}</a></li>`)}
</ul></nav>
${languageSwitch(request, again)}
</div>
</header>`;
}

function footer({ locale, say, today }: DeskRequest): Html {
  return html`<footer class="bottom">
<div class="inner">
<p>${say('about')} ${locale === 'fr' && say('unofficial')}</p>
<p>${say('today', { day: writeDay(locale, today) })} <span class="unprinted">· <a href="/explorer">${say('developers')}</a></span></p>
</div>
</footer>`;
}

/** A page with an address is requested again. */
function languageSwitch({ locale, say, path }: DeskRequest, again = '/'): Html {
  const other = locale === 'fr' ? 'en' : 'fr';
  const own = path ?? again;
  const href = `${own}${own.includes('?') ? '&' : '?'}lang=${other}`;
  return html`<a class="language" href="${href}" lang="${other}" hreflang="${other}">${say('otherLanguage')}</a>`;
}

/** A box with the problem, before anything else on its page. */
export const problemBox = ({ say }: DeskRequest, sentence: string): Html =>
  html`<div class="problem" role="alert" id="problem"><strong><span aria-hidden="true">✗</span> ${say('problemTitle')}</strong><p>${sentence}</p></div>`;
