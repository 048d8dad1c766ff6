import { type GraphQLSchema, Kind, parse } from 'graphql';
import { documentShape } from '../../../src/server/limits/document-shape.ts';
import type { Limits } from '../../../src/server/limits/limits.ts';
import { operationCost } from '../../../src/server/limits/operation-cost.ts';

/** Fields from the root down to a leaf, each as the text that selects it. */
export type Path = readonly string[];

/** An operation with its variables, ready to send. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same with each root field by itself. */
  readonly alone: readonly Question[];
}

/** A variable of a nested field: its type and its value. */
export interface Variable {
  readonly type: string;
  readonly value: unknown;
}

/** What is asked of one root field, many times with different values of the same arguments. */
export interface Asking {
  readonly field: string;
  /** The types of variables for the arguments. */
  readonly args: Readonly<Record<string, string>>;
  readonly values: readonly Given[];
  readonly below: readonly Path[];
  /** The variables that the paths name. */
  readonly within: Readonly<Record<string, Variable>>;
}

export type Given = Readonly<Record<string, unknown>>;

/** What is selected of a root field at once, and its cost in an operation with the most expensive values. */
interface Part {
  readonly text: string;
  readonly within: Readonly<Record<string, Variable>>;
  readonly cost: number;
  readonly aliases: number;
  readonly tokens: number;
}

/** Packs questions into operations as large as the limits allow. A path too large by itself is left out: it would be refused. */
export class Packer {
  private readonly schema: GraphQLSchema;
  private readonly limits: Limits;
  private readonly kind: string;
  private readonly parts = new Map<string, readonly Part[]>();

  constructor(schema: GraphQLSchema, limits: Limits, kind: string) {
    this.schema = schema;
    this.limits = limits;
    this.kind = kind;
  }

  pack(asking: Asking): readonly Question[] {
    // The cost depends on numbers and lengths of lists, and on nothing else.
    const priced = [...new Map(asking.values.map((values) => [price(values), values])).values()];
    const key = [asking.field, asking.below.length, ...priced.map(price)].join(' ');
    const parts = this.parts.get(key) ?? this.split(asking, priced, asking.below);
    this.parts.set(key, parts);
    return parts.flatMap((part) => this.fill(asking, part));
  }

  /** Splits into as few parts as keep each within the limits. */
  private split(asking: Asking, priced: readonly Given[], below: readonly Path[]): readonly Part[] {
    const part = this.part(asking, priced, below);
    if (part && this.size(part) >= 1) return [part];
    if (below.length <= 1) return [];
    const half = Math.ceil(below.length / 2);
    return [below.slice(0, half), below.slice(half)].flatMap((some) => this.split(asking, priced, some));
  }

  /** Null if it is too deep. */
  private part(asking: Asking, priced: readonly Given[], below: readonly Path[]): Part | null {
    const names = below.flat().flatMap((head) => /\$(\w+)/.exec(head)?.[1] ?? []);
    const part = {
      text: treeText(below),
      within: Object.fromEntries(Object.entries(asking.within).filter(([name]) => names.includes(name))),
    };
    const document = parse(this.text(asking, part, asking.values.slice(0, 1)));
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('An operation is one.');
    const { depth, aliases, tokens } = documentShape(document, operation);
    const costs = priced.map((values) => operationCost(this.schema, document, operation, variables(part, [values])));
    const isTooDeep = depth > this.limits.depth || costs.some(({ nestedLists }) => nestedLists > this.limits.nestedLists);
    return isTooDeep ? null : { ...part, cost: Math.max(1, ...costs.map(({ cost }) => cost)), aliases, tokens };
  }

  /** How many root fields with a part an operation holds. */
  private size({ cost, aliases, tokens }: Part): number {
    const { limits } = this;
    return Math.floor(Math.min(limits.rootFields, limits.cost / cost, limits.aliases / aliases, limits.tokens / tokens));
  }

  /** Operations that differ only in their values share one text, which the server need not parse again. */
  private fill(asking: Asking, part: Part): readonly Question[] {
    const size = this.size(part);
    const groups = Array.from({ length: Math.ceil(asking.values.length / size) }, (_, at) =>
      asking.values.slice(at * size, (at + 1) * size),
    );
    return groups.map((values) => ({
      ...this.question(asking, part, values),
      alone: values.length > 1 ? values.map((one) => ({ ...this.question(asking, part, [one]), alone: [] })) : [],
    }));
  }

  private question(asking: Asking, part: Part, values: readonly Given[]): Omit<Question, 'alone'> {
    return { query: this.text(asking, part, values), variables: variables(part, values) };
  }

  private text({ field, args }: Asking, { text, within }: Pick<Part, 'text' | 'within'>, values: readonly Given[]): string {
    // A missing variable leaves its argument out, so that one text serves every combination of values.
    const roots = values.map((_, at) => {
      const named = Object.keys(args).map((name) => `${name}: $r${at}_${name}`);
      return `r${at}: ${field}${named.length > 0 ? `(${named.join(', ')})` : ''}${text}`;
    });
    const given = values.flatMap((_, at) => Object.entries(args).map(([name, type]) => `$r${at}_${name}: ${type}`));
    const declared = [...given, ...Object.entries(within).map(([name, { type }]) => `$${name}: ${type}`)];
    return `${this.kind}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${roots.join(' ')} }`;
  }
}

function variables({ within }: Pick<Part, 'within'>, values: readonly Given[]): Readonly<Record<string, unknown>> {
  const inner = Object.entries(within).map(([name, { value }]) => [name, value] as const);
  const given = values.flatMap((each, at) => Object.entries(each).map(([name, value]) => [`r${at}_${name}`, value] as const));
  return Object.fromEntries([...inner, ...given]);
}

const price = (values: Given): string => JSON.stringify(values, (_, value) => (typeof value === 'string' ? '' : value));

type Tree = Map<string, Tree>;

function treeText(paths: readonly Path[]): string {
  const tree: Tree = new Map();
  for (const path of paths) {
    let at = tree;
    for (const head of path) {
      const below = at.get(head) ?? new Map();
      at.set(head, below);
      at = below;
    }
  }
  return written(tree);
}

const written = (tree: Tree): string =>
  tree.size === 0 ? '' : ` { ${[...tree].map(([head, below]) => `${head}${written(below)}`).join(' ')} }`;
