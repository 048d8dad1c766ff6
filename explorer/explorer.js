// Starts GraphiQL with the published schema, because introspection needs a key, and with examples about an account of this registry.
const place = document.getElementById('explorer');
const isFrench = document.documentElement.lang === 'fr';

const loaded = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(isFrench ? `${path} a répondu ${answer.status}` : `${path} answered ${answer.status}`);
  return answer.text();
};

/** A WSIB account that is visible to anyone; null if there is none. */
async function someAccount() {
  const query = '{ organizations(first: 3) { nodes { accounts { wsibAccount } } } }';
  const answer = await fetch('graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = await answer.json();
  return data?.organizations.nodes.flatMap(({ accounts }) => accounts.map(({ wsibAccount }) => wsibAccount)).find(Boolean) ?? null;
}

function tabs(examples, account) {
  return JSON.parse(examples).map(({ query, variables }) => {
    const text = JSON.stringify(variables, null, 2);
    return { query, variables: text === '{}' ? '' : account ? text.replaceAll('9000001', account) : text, headers: '' };
  });
}

/** Tabs are kept for each language, so that a page in French does not open the examples in English. */
const kept = (name) => (isFrench && name === tabState ? `${name}:fr` : name);
const tabState = 'graphiql:tabState';

/** The browser's storage without headers: GraphiQL's history would keep API keys there for the next person who uses the browser. */
const storage = {
  getItem: (name) => localStorage.getItem(kept(name)),
  setItem: (name, value) => localStorage.setItem(kept(name), value.replace(/"headers":\s*"(?:[^"\\]|\\.)*"/g, '"headers":""')),
  removeItem: (name) => localStorage.removeItem(kept(name)),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

async function start() {
  const { GraphiQL, React, ReactDOM } = window;
  const [sdl, examples, account] = await Promise.all([
    loaded('schema.graphql'),
    loaded(isFrench ? 'explorer/examples.fr.json' : 'explorer/examples.json'),
    someAccount().catch(() => null),
  ]);
  const defaultTabs = tabs(examples, account);
  // GraphiQL does not apply the variables of its first default tab.
  const isFirstVisit = storage.getItem(tabState) === null;
  const explorer = React.createElement(GraphiQL, {
    // The language of the page, which may have been chosen against that of the browser.
    fetcher: GraphiQL.createFetcher({
      url: new URL('graphql', document.baseURI).href,
      headers: { 'accept-language': document.documentElement.lang },
    }),
    schema: GraphiQL.GraphQL.buildSchema(sdl),
    defaultTabs,
    ...(isFirstVisit && { variables: defaultTabs[0].variables }),
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
    storage,
  });
  const made = { childList: true, subtree: true, attributeFilter: ['role', 'aria-selected'] };
  new MutationObserver(nameParts).observe(place, made);
  ReactDOM.createRoot(place).render(explorer);
}

/**
 * For screen readers, GraphiQL gives the fields of its editors no names, and its tabs hold a button to close each, which a tab may not: they become a
 * group of buttons, of which one is current.
 */
function nameParts() {
  place.querySelector('ul[role=tablist]')?.setAttribute('role', 'group');
  for (const tab of place.querySelectorAll('li.graphiql-tab[role=tab], li.graphiql-tab[aria-selected]')) {
    tab.setAttribute('role', 'presentation');
    tab.removeAttribute('aria-selected');
  }
  for (const tab of place.querySelectorAll('li.graphiql-tab'))
    tab.querySelector('button')?.setAttribute('aria-current', String(tab.classList.contains('graphiql-tab-active')));
  for (const field of place.querySelectorAll('.CodeMirror textarea:not([aria-label])'))
    field.setAttribute('aria-label', field.closest('section[aria-label]')?.ariaLabel ?? (isFrench ? 'Éditeur' : 'Editor'));
  letScroll(place.querySelector('.graphiql-response .CodeMirror-scroll[tabindex="-1"]'));
}

/** A long answer is scrolled with the keyboard too: its pane takes the focus, with a name. */
function letScroll(answer) {
  answer?.setAttribute('tabindex', '0');
  answer?.setAttribute('role', 'group');
  answer?.setAttribute('aria-label', isFrench ? 'Réponse' : 'Answer');
}

start().catch((error) => {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = isFrench
    ? `L’explorateur n’a pas pu démarrer\u00A0: ${error.message}. Rechargez la page.`
    : `The explorer could not start: ${error.message}. Load the page again.`;
  place.replaceChildren(notice);
});
