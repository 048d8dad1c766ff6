import { getMetadataStorage } from 'type-graphql';
import { readerOf } from '../database/shape.ts';

type Given = Readonly<Record<string, unknown>>;

/** Makes an instance of an input class, of what GraphQL has coerced. */
type MakeInstance = (given: Given) => object;

type InputClass = new () => object;

interface InputField {
  readonly name: string;
  readonly read: (given: object) => unknown;
  /** Makes the instances in its value; null for a field whose value stays as it is. */
  readonly make: MakeInstance | null;
}

const makers = new Map<unknown, MakeInstance>();

/** How to make instances of a class of arguments. type-graphql looks up the fields of a class again for each instance; here that is done once. */
export function instancesOf(target: InputClass): MakeInstance {
  const known = makers.get(target);
  if (known) return known;
  let fields: readonly InputField[] | null = null;
  // The fields are read at the first use: an input may contain itself.
  const make: MakeInstance = (given) => {
    fields ??= fieldsOf(target);
    return fill(new target(), fields, given);
  };
  makers.set(target, make);
  return make;
}

function fill(instance: object, fields: readonly InputField[], given: Given): object {
  // Reflect.set would take several times as long, and a list has hundreds.
  const filled = instance as Record<string, unknown>;
  for (const { name, read, make } of fields) {
    const value = read(given);
    if (value !== undefined) filled[name] = make === null ? value : within(value, make);
  }
  return instance;
}

function within(value: unknown, make: MakeInstance): unknown {
  if (Array.isArray(value)) return value.map((each) => within(each, make));
  return isGiven(value) ? make(value) : value;
}

const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null;

/** The fields of an input class and of those it extends. */
function fieldsOf(target: InputClass): readonly InputField[] {
  const { inputTypes, argumentTypes } = getMetadataStorage();
  const found = new Map<string, InputField>();
  for (const { target: owner, fields = [] } of [...inputTypes, ...argumentTypes]) {
    if (owner !== target && !(target.prototype instanceof owner)) continue;
    for (const { name, getType } of fields) {
      const type: unknown = getType();
      if (owner === target || !found.has(name))
        found.set(name, { name, read: readerOf(name), make: isInput(type) ? instancesOf(type) : null });
    }
  }
  return [...found.values()];
}

const isInput = (type: unknown): type is InputClass => getMetadataStorage().inputTypes.some(({ target }) => target === type);
