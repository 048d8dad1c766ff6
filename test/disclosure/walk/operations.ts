import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Given, Packer, Path, Question, Variable } from './packer.ts';
import type { Values } from './values.ts';

/** How many objects deep to look. What an object shows does not depend on the path to it, so not every path is followed to the end. */
export interface Levels {
  /** Behind each root field, once. */
  readonly deep: number;
  /** Behind each existing record, and behind abstract types. */
  readonly usual: number;
  /** Behind arguments that differ in a value only. */
  readonly flat: number;
}

/** How many values of a nested field's argument are tried. */
const WITHIN = 2;

/** The arguments of a root field, how deep to look behind it, and whether nested fields are tried with arguments. */
interface Round {
  readonly depth: number;
  readonly isVaried: boolean;
  readonly givens: readonly Given[];
}

/** Arguments without which a field answers nothing, unless an alternative argument is set. */
const isNeeded: ReadonlySet<string> = new Set([
  'Query.checkRequirement(requirement)',
  'Query.checkRequirement(rows)',
  'Query.obligations(organization)',
]);

/** The alternative arguments. */
const inPlaceOf: Readonly<Record<string, string>> = {
  'Query.checkRequirement(keptRequirement)': 'requirement',
  'Query.checkRequirement(subjects)': 'rows',
};

type Field = GraphQLField<unknown, unknown>;
type Above = readonly GraphQLNamedType[];
/** The level at which the fields of a type are tried with arguments. */
type Nearest = ReadonlyMap<GraphQLNamedType, number>;

/** Walks a schema: every field of every object within reach, every argument with every value known for it. */
export class Walk {
  private readonly schema: GraphQLSchema;
  private readonly values: Values;
  private readonly isThere: (given: string) => boolean;
  private readonly levels: Levels;
  private readonly within: Record<string, Variable> = {};

  /** `isThere` says whether the record that a root field's arguments name exists, so that asking as deep as possible pays. */
  constructor(schema: GraphQLSchema, values: Values, levels: Levels, isThere: (given: string) => boolean) {
    this.schema = schema;
    this.levels = levels;
    this.values = values;
    this.isThere = isThere;
  }

  /** Questions that together ask for everything queries or mutations return, one root field each. */
  questions(
    packer: Packer,
    root: GraphQLObjectType | null | undefined,
    isWalked: (field: string) => boolean = () => true,
  ): readonly Question[] {
    const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => isWalked(name));
    return fields.flatMap((field) => this.ofField(packer, field, String(root)));
  }

  private ofField(packer: Packer, field: Field, root: string): readonly Question[] {
    const args = Object.fromEntries(field.args.map((argument) => [argument.name, variableType(argument)]));
    const asked = getNamedType(field.type);
    return this.rounds(field, root).flatMap((round) =>
      this.byType(asked, round.givens).flatMap(({ type, values }) => {
        const nearest = round.isVaried ? this.levelsBelow(type) : new Map();
        const below = isLeafType(type) ? [[]] : [...this.below(type, [], round.depth, nearest)];
        const paths = type === asked ? below : below.map((path) => [`... on ${type.name}`, ...path]);
        return packer.pack({ field: field.name, args, values, below: paths, within: this.within });
      }),
    );
  }

  /** How many objects below a type each other type first appears. */
  private levelsBelow(type: GraphQLNamedType): ReadonlyMap<GraphQLNamedType, number> {
    const found = new Map<GraphQLNamedType, number>([[type, 1]]);
    for (const [each, level] of found) {
      const next = isAbstractType(each) ? this.schema.getPossibleTypes(each) : [];
      const below = isObjectType(each) ? Object.values(each.getFields()).map((field) => getNamedType(field.type)) : [];
      for (const met of next) if (!found.has(met)) found.set(met, level);
      for (const met of below) if (!found.has(met)) found.set(met, level + 1);
    }
    return found;
  }

  /** A record asked for by id has one type: only that type's fields are asked for. */
  private byType(type: GraphQLNamedType, givens: readonly Given[]): readonly { type: GraphQLNamedType; values: readonly Given[] }[] {
    if (!isAbstractType(type)) return givens.length > 0 ? [{ type, values: givens }] : [];
    const groups = this.schema.getPossibleTypes(type).map((each) => {
      return { type: each, values: givens.filter((given) => this.values.areOf(each.name, JSON.stringify(given))) };
    });
    const others = givens.filter((given) => groups.every(({ values }) => !values.includes(given)));
    return [...groups, { type, values: others }].filter(({ values }) => values.length > 0);
  }

  /** Every value of each required argument; for one record that exists and one that does not, every value of the optional ones too. */
  private rounds(field: Field, root: string): readonly Round[] {
    const required = field.args.filter(
      (argument) => isRequiredArgument(argument) || isNeeded.has(`${root}.${field.name}(${argument.name})`),
    );
    const base = Object.fromEntries(required.map((argument) => [argument.name, this.valuesOf(argument, root, field)[0]]));
    const bases = required.length > 0 ? this.variedBy(required, field, root, base) : [base];
    const isThere = (given: Given): boolean => required.length === 0 || this.isThere(JSON.stringify(given));
    const [there, notThere] = [bases.filter(isThere), bases.filter((given) => !isThere(given))];
    const varied = [...there.slice(0, 1), ...notThere.slice(0, 1)].flatMap((given) => this.variedBy(field.args, field, root, given));
    const asked = getNamedType(field.type);
    const first = this.byType(asked, there).flatMap(({ values }) => values.slice(0, 1));
    // Asking in bulk gives the same as asking one by one.
    const isOfMany = isAbstractType(asked) || (required.length > 0 && isListType(getNullableType(field.type)));
    const isNode = isObjectType(asked) && asked.getInterfaces().length > 0;
    const others = distinct([...there, ...notThere, ...varied], first);
    const flat = others.filter((given) => !isNode || !there.includes(given));
    return [
      { depth: isOfMany ? this.levels.usual : this.levels.deep, isVaried: true, givens: first },
      { depth: this.levels.usual, isVaried: false, givens: others.filter((given) => isNode && there.includes(given)) },
      // Separately, because the work for a hidden one would not show beside a public one.
      ...[true, false].map((is) => ({ depth: this.levels.flat, isVaried: false, givens: flat.filter((given) => isThere(given) === is) })),
    ];
  }

  private variedBy(args: readonly GraphQLArgument[], field: Field, root: string, base: Given): readonly Given[] {
    return args.flatMap((argument) => {
      const { [inPlaceOf[`${root}.${field.name}(${argument.name})`] ?? '']: _, ...rest } = base;
      return this.valuesOf(argument, root, field).map((value) => ({ ...rest, [argument.name]: value }));
    });
  }

  private valuesOf({ name, type }: GraphQLArgument, parent: string, field: Field): readonly unknown[] {
    return this.values.of(type, { path: `${parent}.${field.name}(${name})`, name, asked: getNamedType(field.type).name });
  }

  /** The paths below an object; `above` are the types on the path to it, `depth` is how many objects further down the walk goes. */
  private *below(type: GraphQLNamedType, above: Above, depth: number, nearest: Nearest, clashing = none): Generator<Path> {
    if (isAbstractType(type)) {
      yield ['__typename'];
      const types = this.schema.getPossibleTypes(type);
      for (const each of types)
        for (const path of this.below(each, above, depth, nearest, clashes(types))) yield [`... on ${each.name}`, ...path];
    }
    if (!isObjectType(type) || depth === 0 || above.filter((each) => each === type).length > 1) return;
    for (const field of Object.values(type.getFields())) {
      const alias = clashing.has(field.name) ? `${type.name}_${field.name}: ` : '';
      for (const [head = '', ...path] of this.field(type, field, [...above, type], depth - 1, nearest))
        yield [head.includes(': ') ? head : `${alias}${head}`, ...path];
    }
  }

  private *field(parent: GraphQLObjectType, field: Field, above: Above, depth: number, nearest: Nearest): Generator<Path> {
    const type = getNamedType(field.type);
    const heads = nearest.get(parent) === above.length ? this.heads(parent, field) : [field.name];
    for (const [at, head] of heads.entries()) {
      if (isLeafType(type)) yield [head];
      // A field is followed to the end only with its usual arguments; with others, to its own fields or its page.
      else
        for (const below of this.below(type, above, at === 0 ? depth : Math.min(depth, this.levels.flat), nearest)) yield [head, ...below];
    }
  }

  /** A nested field: as it is, and with each value of each argument under an alias of its own. */
  private heads(parent: GraphQLObjectType, field: Field): readonly string[] {
    const varied = field.args.flatMap((argument) =>
      this.valuesOf(argument, parent.name, field)
        .slice(0, WITHIN)
        .map((value, at) => {
          const name = `${parent.name}_${field.name}_${argument.name}_${at}`;
          this.within[name] = { type: String(argument.type), value };
          return `${parent.name}_${field.name}_${argument.name}_${at}: ${field.name}(${argument.name}: $${name})`;
        }),
    );
    return [field.name, ...varied];
  }
}

/** The given paths, each once and without those given elsewhere. */
function distinct(givens: readonly Given[], elsewhere: readonly Given[]): readonly Given[] {
  const found = new Map(givens.map((given) => [JSON.stringify(given), given]));
  for (const given of elsewhere) found.delete(JSON.stringify(given));
  return [...found.values()];
}

/** A variable for an optional argument is optional as well. */
const variableType = (argument: GraphQLArgument): string =>
  String(isRequiredArgument(argument) ? argument.type : getNullableType(argument.type));

const none: ReadonlySet<string> = new Set();

/** The fields that cannot be selected under one name for several object types, because their types differ. */
function clashes(types: readonly GraphQLObjectType[]): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  return new Set(
    fields.filter(({ name, type }) => seen.set(name, seen.get(name) ?? String(type)).get(name) !== String(type)).map(({ name }) => name),
  );
}
