import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';
import { settings } from '../../src/config.ts';

const read = (file: string) => readFileSync(file, 'utf8');

/** The names of the metrics that exist, with those of a histogram's parts. */
async function metricNames(): Promise<ReadonlySet<string>> {
  const ours = [...read('src/server/telemetry/metrics.ts').matchAll(/'(registry_\w+)'/g)].map(([, name = '']) => name);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const usual = (await registry.getMetricsAsJSON()).map(({ name }) => name);
  registry.clear();
  return new Set([...ours, ...usual].flatMap((name) => [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]));
}

const alerts = parse(read('ops/prometheus-alerts.yml')).groups.flatMap((group: { rules: { expr: string }[] }) => group.rules);
const dashboard = JSON.parse(read('ops/grafana-dashboard.json'));
const panels: { targets: { expr: string }[] }[] = dashboard.panels;
const expressions = (rules: readonly { expr: string }[]): string[] => rules.map(({ expr }) => expr);

describe('the files of ops/', () => {
  test.each([
    ['alerts', expressions(alerts)],
    ['dashboard', expressions(panels.flatMap(({ targets }) => targets))],
  ])('ask for metrics that there are: %s', async (_, asked) => {
    const known = await metricNames();
    const names = asked.flatMap((expr) => expr.match(/\b(?:registry|nodejs|process)_\w+/g) ?? []);
    expect(names.length).toBeGreaterThan(9);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  test('alert on what the operations page calls worth an alert', () => {
    const worth = [...read('docs/operations.md').matchAll(/^\| `(registry_\w+)[^|]*\|/gm)].map(([, name = '']) => name);
    const asked = expressions(alerts).join('\n');
    const replicas = ['registry_replicas_in_service'];
    expect(worth.filter((name) => !asked.includes(name) && !replicas.includes(name))).toEqual([]);
  });

  test('show on the dashboard what is alerted on', () => {
    const names = expressions(alerts).flatMap((expr) => expr.match(/\b(?:registry|nodejs)_\w+/g) ?? []);
    const shown = expressions(panels.flatMap(({ targets }) => targets)).join('\n');
    expect(names.filter((name) => !shown.includes(name))).toEqual([]);
  });

  test('name settings that exist', () => {
    const known = Object.values(settings).map(({ variable }) => variable);
    const named = read('ops/registry.service').match(/\b(?:REGISTRY_\w+|NODE_ENV|DATABASE_URL)\b/g) ?? [];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
