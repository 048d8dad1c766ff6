import { registerDecorator } from 'class-validator';
import { Extensions } from 'type-graphql';

/** Under this name the rule stands among the properties of an input class; see `inputProblems`. */
export const exactlyOneOfRule = 'exactlyOneOf';

/**
 * On an `@InputType` all of whose fields are nullable: exactly one of the fields must be given. The schema says so (`@oneOf`), and
 * class-validator checks it too, since GraphQL lets a nullable variable inside be left out.
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
