import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

/** Values for arguments: by `Type.field(argument)` or `Input.field`, else by the argument's or input field's name, else by type. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

/** Where a value is used. */
export interface InputLocation {
  /** `Type.field(argument)` or `Input.field`. */
  readonly path: string;
  /** The argument's or the input field's name. */
  readonly name: string;
  /** The type that the field returns, to which an argument `id` refers. */
  readonly asked?: string;
}

/** How many values are tried alone in a list. */
const SINGLES = 2;

/** The most elements in a list of all known values. */
const MOST = 20;

/** Finds the values for each argument. Ids are chosen by the type that the argument's name or the field's type names. */
export class Values {
  private readonly known: KnownValues;
  private readonly ids: KnownValues;
  private readonly variesAll: boolean;

  /** `variesAll`: whether optional input fields are tried even if they name no record. */
  constructor(known: KnownValues, ids: KnownValues, variesAll = true) {
    this.known = known;
    this.ids = ids;
    this.variesAll = variesAll;
  }

  /** Every value known for an input, as JSON, `level` inputs deep; throws if none is known, so that a new argument is not forgotten. */
  of(type: GraphQLInputType, location: InputLocation, level = 0): readonly unknown[] {
    if (isNonNullType(type)) return this.of(type.ofType, location, level);
    if (isListType(type)) return this.lists(type.ofType, location, level);
    const named = this.known[location.path] ?? this.known[location.name];
    if (named) return named;
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    if (isInputObjectType(type)) return this.objects(type, level);
    const values = type.name === 'ID' ? this.idsFor(location).flat() : this.known[type.name];
    if (!values) throw new Error(unknownValue(location, type.name));
    return values;
  }

  /** Whether the values name records of a type by id. */
  areOf(type: string, given: string): boolean {
    return (this.ids[type] ?? []).some((id) => given.includes(String(id)));
  }

  /** Lists of one value each and of all; for ids, one list for each type. */
  private lists(type: GraphQLInputType, location: InputLocation, level: number): readonly (readonly unknown[])[] {
    if (getNamedType(type).name === 'ID') return this.idsFor(location).flatMap((ids) => [ids.slice(0, 1), ids.slice(-MOST)]);
    const each = this.of(type, location, level);
    const singles = isEnumType(getNamedType(type)) ? each : each.slice(0, SINGLES);
    return [...singles.map((one) => [one]), spread(each, MOST)];
  }

  /** Objects with the required fields and one optional field, for each of its values; within another input, with all fields and with the required ones. */
  private objects(type: GraphQLInputObjectType, level: number): readonly object[] {
    const fields = Object.values(type.getFields());
    const valuesOf = ({ name, type: of }: GraphQLInputField) => this.of(of, { path: `${type.name}.${name}`, name }, level + 1);
    const first = (some: readonly GraphQLInputField[]) => Object.fromEntries(some.map((field) => [field.name, valuesOf(field)[0]]));
    const base = first(fields.filter(isRequiredInputField));
    if (level > 0 && !type.isOneOf) return [first(fields), base];
    const varying = fields.filter((field) => this.variesAll || isRequiredInputField(field) || getNamedType(field.type).name === 'ID');
    const varied = varying.flatMap((field) => valuesOf(field).map((value) => ({ ...base, [field.name]: value })));
    return varied.length > 0 ? varied : [base];
  }

  /** Ids of the type that an argument names (`spotCheck`, `addAccounts`, `letter`), or of the type asked for by `id`; else of every type. */
  private idsFor({ name, asked = '' }: InputLocation): readonly (readonly unknown[])[] {
    const word = name === 'id' ? asked.toLowerCase() : name.toLowerCase().replace(/(ids?|s)$/, '');
    const types = Object.keys(this.ids).filter((type) => wordsOf(type).some((each) => word.endsWith(each)));
    return (types.length > 0 ? types : Object.keys(this.ids)).map((type) => this.ids[type] ?? []);
  }
}

/** At most `count` of the values, spread from the first to the last. */
export function spread<Value>(values: readonly Value[], most: number): readonly Value[] {
  const step = Math.max(1, (values.length - 1) / (most - 1));
  return values.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step) || at === values.length - 1);
}

/** The names that an argument may use for a type: `equivalencyrequest`, `request`, `equivalency`. */
function wordsOf(type: string): readonly string[] {
  const words = type.match(/[A-Z][a-z]*/g) ?? [];
  return [type, words.at(0) ?? type, words.at(-1) ?? type].map((word) => word.toLowerCase());
}

const unknownValue = ({ path, name }: InputLocation, type: string): string =>
  `The disclosure walk knows no value of ${type} for ${path}: add some to \`knownValues\` in test/walk/known.ts, ` +
  `under '${path}', '${name}' or the type '${type}', of what only the second world has and of what neither has.`;
