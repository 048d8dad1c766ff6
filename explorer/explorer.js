// Starts GraphiQL with the published schema, because introspection needs a key, and with examples about an account of this registry.
const place = document.getElementById('explorer');

const loaded = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
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

/** The browser's storage without headers: GraphiQL's history would keep API keys there for the next person who uses the browser. */
const storage = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, value) => localStorage.setItem(name, value.replace(/"headers":\s*"(?:[^"\\]|\\.)*"/g, '"headers":""')),
  removeItem: (name) => localStorage.removeItem(name),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

async function start() {
  const { GraphiQL, React, ReactDOM } = window;
  const [sdl, examples, account] = await Promise.all([
    loaded('schema.graphql'),
    loaded('explorer/examples.json'),
    someAccount().catch(() => null),
  ]);
  const defaultTabs = tabs(examples, account);
  // GraphiQL does not apply the variables of its first default tab.
  const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;
  const explorer = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: new URL('graphql', document.baseURI).href }),
    schema: GraphiQL.GraphQL.buildSchema(sdl),
    defaultTabs,
    ...(isFirstVisit && { variables: defaultTabs[0].variables }),
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
    storage,
  });
  ReactDOM.createRoot(place).render(explorer);
}

start().catch((error) => {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.textContent = `The explorer could not start: ${error.message}. Load the page again.`;
  place.replaceChildren(notice);
});
