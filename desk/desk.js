// What the pages gain with a script: files to drop, a count of rows, a table to sort and filter, a key kept for the tab, and a sign that
// something is being done. Without it every page works by its forms and links alone.
const KEY = 'registry-key';

document.documentElement.classList.add('scripted');

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

// The key lives as long as the tab.
const savedKey = () => sessionStorage.getItem(KEY) ?? '';
for (const field of all('[data-key]')) {
  field.value = savedKey();
  field.addEventListener('change', () => {
    if (field.value.trim() === '') sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, field.value.trim());
  });
}
if (savedKey() !== '') for (const part of all('[data-key-part]')) part.open = true;

/** Opens the page of a firm with the key, which must not stand in an address. */
function openWithKey(href) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = href;
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: 'key', value: savedKey() });
  form.append(field);
  document.body.append(form);
  form.submit();
}
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[href^="/accounts/"], a[href^="/receipts/"]');
  if (!link || savedKey() === '' || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  openWithKey(link.getAttribute('href'));
});
for (const form of all('form[action="/accounts"]'))
  form.addEventListener('submit', (event) => {
    if (savedKey() === '') return;
    event.preventDefault();
    const { number, on } = Object.fromEntries(new FormData(form));
    openWithKey(`/accounts/${encodeURIComponent(number.trim())}${on ? `?on=${on}` : ''}`);
  });

// The other language keeps what was typed, and the answer to it.
one('a.language')?.addEventListener('click', (event) => {
  const checked = one('#checked');
  const form = checked ?? one('#ask');
  if (!form || (!checked && one('#list').value.trim() === '')) return;
  event.preventDefault();
  form.action = `/check?lang=${event.currentTarget.hreflang}`;
  if (!checked) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'to', value: 'question' }));
  form.submit();
});

// A wait is shown; a file to save leaves the page where it is.
for (const form of all('form[data-busy]'))
  form.addEventListener('submit', (event) => {
    if (event.submitter?.value === 'question') return;
    const saves = ['csv', 'xlsx', 'pdf'].includes(event.submitter?.value);
    const status = one('[data-status]', form);
    if (status) status.textContent = form.dataset.busy;
    if (saves && status) setTimeout(() => status.replaceChildren(), 2500);
  });
window.addEventListener('pageshow', () => {
  for (const status of all('[data-status]')) status.textContent = '';
});

// The list: a count of its rows before anything is sent, and files that are dropped on it.
const list = one('#list');
const count = one('#list-count');
if (list && count) {
  const tell = () => {
    const rows = list.value.split('\n').filter((line) => line.trim() !== '').length;
    const tooMany = rows > Number(count.dataset.most) && savedKey() === '' && (one('#key')?.value ?? '') === '';
    const words = tooMany ? count.dataset.tooMany : count.dataset.words;
    count.textContent = rows === 0 ? '' : words.replace('{count}', rows);
  };
  list.addEventListener('input', tell);
  one('#key')?.addEventListener('input', tell);
  tell();
}
const drop = one('[data-drop]');
const file = one('#file');
if (drop && file) {
  const over = (isOver) => (event) => {
    event.preventDefault();
    drop.classList.toggle('over', isOver);
  };
  drop.addEventListener('dragover', over(true));
  drop.addEventListener('dragleave', over(false));
  drop.addEventListener('drop', (event) => {
    over(false)(event);
    if (event.dataTransfer?.files.length) file.files = event.dataTransfer.files;
    else if (list) {
      list.value = event.dataTransfer?.getData('text') ?? '';
      list.dispatchEvent(new Event('input'));
    }
  });
}

// The table: sorted by its headings, filtered by its buttons.
const announce = one('[data-announce]');
const filters = one('[data-filters]');
if (filters) {
  filters.hidden = false;
  for (const button of all('[data-show]', filters))
    button.addEventListener('click', () => {
      for (const each of all('[data-show]', filters)) each.setAttribute('aria-pressed', String(each === button));
      const group = button.dataset.show;
      const rows = all('tr[data-group]');
      for (const row of rows) row.hidden = group !== '' && row.dataset.group !== group;
      announce.textContent = filters.dataset.shown.replace('{count}', rows.filter((row) => !row.hidden).length);
    });
}
for (const table of all('[data-sortable]')) {
  const headings = all('thead th', table);
  headings.forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent;
    button.title = heading.dataset.sortWords;
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const isUp = heading.getAttribute('aria-sort') !== 'ascending';
      for (const each of headings) each.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
      const body = table.tBodies[0];
      const sortedBy = (row) => row.cells[column].dataset.sort || row.cells[column].textContent.trim();
      const rows = [...body.rows].sort((a, b) => sortedBy(a).localeCompare(sortedBy(b), document.documentElement.lang) * (isUp ? 1 : -1));
      // Fields in the form must stay in the order of the list, so each row keeps its place for the server.
      body.append(...rows);
      if (announce) announce.textContent = filters.dataset.sorted.replace('{column}', button.textContent);
    });
  });
}

for (const button of all('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
if (one('#problem')) one('#problem').scrollIntoView({ block: 'center' });
