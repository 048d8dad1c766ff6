import type { GraphQLSchema } from 'graphql';
import { Draw } from './chance.ts';
import { Operations } from './operations.ts';
import { CANARY, type Known, Values } from './values.ts';

/** What is fuzzed, and by which callers. */
export interface Target {
  readonly url: string;
  readonly schema: GraphQLSchema;
  readonly known: Known;
  /** An API key for each scope; null for none. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** Texts that callers without a key must not see while `areHidden` says so: a mutation may have published one. */
  readonly secrets: readonly string[];
  areHidden(secrets: readonly string[]): Promise<readonly string[]>;
}

/** The size of the run. */
export interface Extent {
  readonly operations: number;
  readonly seed: number;
  /** Requests in flight at once. */
  readonly together?: number;
  readonly onProgress?: (done: number) => void;
}

/** The result. */
export interface Findings {
  /** Requests by scope. */
  readonly scopes: Record<string, number>;
  /** Answers by HTTP status. */
  readonly statuses: Record<string, number>;
  /** Errors by code. */
  readonly codes: Record<string, number>;
  /** Answers with data and without an error. */
  answered: number;
  /** Violations, each with the request that shows it. */
  readonly harms: Harm[];
}

/** An answer that must not occur. */
export interface Harm {
  readonly why: string;
  readonly scope: string;
  readonly request: string;
  readonly answer: string;
}

interface Prepared {
  readonly body: string | Buffer;
  readonly type: string;
}

/** Sends random operations, and bytes that are no operation, and finds violations: a 500, a stack, a value repeated in an error, a secret shown. */
export async function fuzz(target: Target, { operations, seed, together = 4, onProgress }: Extent): Promise<Findings> {
  const findings: Findings = { scopes: {}, statuses: {}, codes: {}, answered: 0, harms: [] };
  const draw = new Draw(seed);
  const source = new Operations(target.schema, draw, new Values(draw, target.known));
  let sent = 0;
  const worker = async () => {
    while (sent < operations) {
      sent += 1;
      if (sent % 1000 === 0) onProgress?.(sent);
      const [scope, key] = draw.of(Object.entries(target.keys));
      await ask(target, scope, key, prepare(draw, source), findings);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return findings;
}

function prepare(draw: Draw, source: Operations): Prepared {
  const operation = source.next();
  const type = 'application/json';
  if (draw.happens(0.8)) return { body: JSON.stringify(operation), type };
  if (draw.happens(0.4)) return { body: JSON.stringify({ ...operation, variables: strange(draw, operation.variables) }), type };
  if (draw.happens(0.5)) return { body: torn(draw, JSON.stringify(operation)), type };
  return { body: draw.bytes(400), type: draw.of([type, type, 'text/plain', 'multipart/form-data; boundary=x', 'application/graphql']) };
}

/** The same names with values of any kind. Errors show names of fields, so no name is searched for. */
function strange(draw: Draw, variables: RandomValues): RandomValues {
  const any = (): unknown =>
    draw.of([null, 1, -1, 1e21, true, '', CANARY, [], {}, [[CANARY]], { unknown: CANARY }, [null], { account: { id: CANARY } }]);
  return Object.fromEntries(Object.keys(variables).map((name) => [name, draw.happens(0.6) ? any() : variables[name]]));
}

type RandomValues = Readonly<Record<string, unknown>>;

/** A text with some bytes changed, or without its end. */
function torn(draw: Draw, text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let i = 0; i < 1 + draw.below(4); i++) bytes[draw.below(bytes.length)] = draw.below(256);
  return draw.happens(0.3) ? bytes.subarray(0, draw.below(bytes.length)) : bytes;
}

async function ask(target: Target, scope: string, key: string | null, { body, type }: Prepared, findings: Findings): Promise<void> {
  const headers = { 'content-type': type, ...(key && { authorization: `Bearer ${key}` }) };
  const sent = typeof body === 'string' ? body : new Uint8Array(body);
  const answer = await fetch(`${target.url}/graphql`, { method: 'POST', headers, body: sent });
  const text = await answer.text();
  add(findings.scopes, scope);
  add(findings.statuses, String(answer.status));
  const read = key === null ? target.secrets.filter((each) => text.includes(each)) : [];
  const secrets = read.length > 0 ? await target.areHidden(read) : [];
  for (const why of [...harmsOf(answer.status, text, findings), ...secrets.map((each) => `told: ${each}`)])
    if (findings.harms.length < 50) findings.harms.push({ why, scope, request: String(body), answer: text });
}

function harmsOf(status: number, text: string, findings: Findings): string[] {
  const answer = parsed(text);
  if (!answer) return ['an answer that is not JSON'];
  const { errors = [], data } = answer;
  for (const { extensions } of errors) add(findings.codes, String(extensions?.code ?? 'none'));
  if (data && errors.length === 0) findings.answered += 1;
  const told = JSON.stringify(errors);
  return [
    ...(status === 500 || told.includes('"INTERNAL"') ? ['a 500 or a masked error'] : []),
    ...(/\bat [\w.<>]+ \(|\.[jt]s:\d+|node_modules|QueryFailedError|\brelation "/.test(text) ? ['a stack or the database’s words'] : []),
    ...(told.toLowerCase().includes(CANARY) ? ['a value repeated in an error'] : []),
    ...(status === 429 ? ['metered'] : []),
  ];
}

interface Parsed {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

function parsed(text: string): Parsed | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
