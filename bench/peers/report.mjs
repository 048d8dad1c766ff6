// The results as a table and as a chart.

const rounded = (value) => (value >= 100 ? Math.round(value).toLocaleString('en-CA') : value.toFixed(value >= 10 ? 1 : 2));

/** A table of Markdown for each work: throughput beside the bare server's, latency, CPU a request, statements, memory. */
export function tableOf({ machine, settings, works, statements, results }) {
  const lines = [
    `${machine.accounts.toLocaleString('en-CA')} accounts; ${machine.cores} cores (${machine.processor}); Node.js ${machine.node}; PostgreSQL ${machine.postgres};`,
    `commit ${machine.commit}${machine.before ? `, before: ${machine.before}` : ''}; medians of ${settings.rounds} interleaved rounds of ${settings.seconds} s.`,
    '',
    '| work | c | load | contender | req/s | ÷ bare | ÷ same statement | p50 ms | p99 ms | node µs | PostgreSQL µs | statements | refused | MB |',
    '| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { work, connections, load, contenders } of results)
    for (const [name, seen] of Object.entries(contenders)) {
      const ratios = ['bare', 'bare-same-statement'].map((other) => ratioOf(seen, contenders[other])).join(' | ');
      const figures = [seen.perSecond, seen.p50, seen.p99, seen.nodeUs, seen.postgresUs].map(rounded);
      const [perSecond, ...others] = figures;
      lines.push(
        `| ${work} | ${connections} | ${load.toFixed(1)} | ${name} | ${perSecond} | ${ratios} | ${others.join(' | ')} | ${statements[work]?.[name] ?? '–'} | ${Math.round(seen.refused * 100)} % | ${Math.round(seen.megabytes)} |`,
      );
    }
  lines.push('', ...Object.entries(works).map(([work, about]) => `- ${work}: ${about}`));
  return `${lines.join('\n')}\n`;
}

const ratioOf = (seen, other) => (other ? (seen.perSecond / other.perSecond).toFixed(2) : '–');

const WIDTH = 760;
const ROW = 16;
const LABEL = 210;

const colours = {
  product: '#1a6b3c',
  before: '#9bbfa8',
  bare: '#6b6b6b',
  'bare-batched': '#a5a5a5',
  'bare-same-statement': '#8c8c8c',
  mercurius: '#3c6eb4',
  yoga: '#b45c3c',
  postgraphile: '#8a5cb4',
};

/** A chart of the CPU that a request takes, of Node.js and PostgreSQL together, beside the bare server's, with 16 connections or else the first number. */
export function chartOf({ settings, results }) {
  const count = settings.connections.includes(16) ? 16 : settings.connections[0];
  const shown = results.filter(({ connections }) => connections === count);
  const bars = [];
  let y = 28;
  for (const { work, contenders } of shown) {
    const costs = Object.entries(contenders).map(([name, { nodeUs, postgresUs }]) => [name, nodeUs + postgresUs]);
    const most = Math.max(...costs.map(([, cost]) => cost));
    for (const [name, cost] of costs) {
      bars.push(barOf(`${work} ${name}`, (cost / most) * (WIDTH - LABEL - 90), `${rounded(cost)} µs`, colours[name] ?? '#444', y));
      y += ROW;
    }
    y += ROW / 2;
  }
  const title = `CPU of Node.js and PostgreSQL a request, ${count} connections; shorter is better`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="11" role="img" aria-label="${title}">
<rect width="${WIDTH}" height="${y}" fill="#fff"/>
<text x="8" y="16" font-weight="bold">${title}</text>
${bars.join('\n')}
</svg>
`;
}

const barOf = (label, width, value, colour, y) =>
  `<text x="${LABEL - 8}" y="${y + 11}" text-anchor="end">${label}</text>` +
  `<rect x="${LABEL}" y="${y + 2}" width="${Math.max(1, width).toFixed(1)}" height="${ROW - 4}" fill="${colour}"/>` +
  `<text x="${(LABEL + width + 5).toFixed(1)}" y="${y + 11}">${value}</text>`;
