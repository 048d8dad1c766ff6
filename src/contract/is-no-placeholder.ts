import { registerDecorator } from 'class-validator';
import { isPlaceholder } from '../identifiers/placeholder.ts';

/** For a name, or a list of them: no word such as `N/A` or `TBD`, of which an import warns. */
export function IsNoPlaceholder(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isNoPlaceholder',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        // A missing value, and one of another type, are GraphQL's to judge.
        validate: (given: unknown) => [given].flat().every((each) => typeof each !== 'string' || !isPlaceholder(each)),
        defaultMessage: () => 'must not be a word for no value, such as N/A or TBD',
      },
    });
}
