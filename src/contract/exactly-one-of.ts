import { registerDecorator } from 'class-validator';
import { Extensions } from 'type-graphql';

/** The rule has this name among the properties of an input class; see `inputProblems`. */
export const exactlyOneOfRule = 'exactlyOneOf';

/**
 * For an `@InputType` whose fields are all nullable: exactly one of the fields must be given. The schema says so (`@oneOf`), and
 * class-validator checks it too, since GraphQL accepts an omitted nullable variable inside it.
 */
export function ExactlyOneOf(...fields: readonly [string, string, ...string[]]): ClassDecorator {
  return (target) => {
    Extensions({ oneOf: true })(target);
    Object.defineProperty(target.prototype, exactlyOneOfRule, {
      get(this: Record<string, unknown>) {
        return fields.filter((field) => this[field] !== undefined && this[field] !== null).length;
      },
    });
    registerDecorator({
      name: exactlyOneOfRule,
      target,
      propertyName: exactlyOneOfRule,
      validator: { validate: (given: unknown) => given === 1, defaultMessage: () => `must give exactly one of ${fields.join(', ')}` },
    });
  };
}
