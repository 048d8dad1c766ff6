/**
 * Makes objects with some properties from their values, in one literal: only so do all get one shape at once, where V8 looks up each property that is added
 * by a name that varies. The names become text of a function, so they must be those of columns or GraphQL names, and none may be `__proto__`.
 */
export function shapeOf(names: readonly string[]): (values: readonly unknown[]) => object {
  const properties = names.map((name, at) => `${JSON.stringify(name)}: values[${at}]`);
  return new Function('values', `return { ${properties.join(', ')} };`) as (values: readonly unknown[]) => object;
}

/** Reads a property. A function of its own, so that V8 remembers the shapes of those objects alone that have this one. The name as in `shapeOf`. */
export const readerOf = (name: string): ((source: object) => unknown) =>
  new Function('source', `return source[${JSON.stringify(name)}];`) as (source: object) => unknown;
